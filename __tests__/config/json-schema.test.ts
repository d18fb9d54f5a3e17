import { existsSync, readdirSync, readFileSync } from "node:fs";
import Ajv from "ajv";
import { configJsonSchema } from "../../modules/config/json-schema";
import { load } from "../../modules/config/load";
import { configSchema } from "../../modules/config/schema";

const committed = JSON.parse(readFileSync("keywatch.schema.json", "utf8"));
const accepts = new Ajv({ formats: { email: true, uuid: true } }).compile(committed);

const smallest = { name: "keywatch", accounts: [{ id: "111111111111", name: "payments-prod" }] };
const withDefaults = (defaults: object) => ({ ...smallest, defaults });

const examples = existsSync("examples")
  ? readdirSync("examples").flatMap((folder) =>
      readdirSync(`examples/${folder}`)
        .filter((file) => file.startsWith("keywatch.config."))
        .map((file) => `examples/${folder}/${file}`),
    )
  : [];

test("the committed JSON Schema is current: npm run schema writes it", () => {
  expect(committed).toEqual(JSON.parse(JSON.stringify(configJsonSchema())));
});

test.each(["keywatch.config.ts", ...examples])("%s fits it", (file) => {
  const loaded = load(file);

  expect(loaded.ok && accepts(loaded.source.raw)).toBe(true);
  expect(accepts.errors).toBeNull();
});

test.each<[string, unknown, boolean]>([
  ["the smallest config", smallest, true],
  ["a schema of its own for editors", { $schema: "./keywatch.schema.json", ...smallest }, true],
  ["tags of any alphabet", withDefaults({ tags: { Größe: "naïve / 日本" } }), true],
  [
    "a value from the environment",
    withDefaults({ subscriptions: [{ protocol: "https", endpoint: { fromEnv: "HOOK" } }] }),
    true,
  ],
  [
    "a setting that S3 has and Keywatch does not know",
    { ...smallest, state: { type: "s3", bucket: "acme-state", region: "eu-west-1", use_path_style: true } },
    true,
  ],
  ["an unknown setting", { ...smallest, acounts: [] }, false],
  ["no account", { ...smallest, accounts: [] }, false],
  ["an account id that is a number", { ...smallest, accounts: [{ id: 111111111111, name: "payments-prod" }] }, false],
  [
    "a topic both made and existing",
    withDefaults({ topic: { name: "alerts", arn: "arn:aws:sns:eu-west-1:111111111111:alerts" } }),
    false,
  ],
  ["an unknown protocol", withDefaults({ subscriptions: [{ protocol: "pager", endpoint: "x" }] }), false],
  [
    "an option of another protocol",
    withDefaults({ subscriptions: [{ protocol: "sms", endpoint: "+491701234567", rawMessageDelivery: true }] }),
    false,
  ],
  ["an unknown control", withDefaults({ controls: { "cis-47": true } }), false],
  ["a period that is a text", withDefaults({ controls: { "cis-4.7": { alarm: { period: "300" } } } }), false],
])("it judges %s as validate does", (_, config, fits) => {
  expect(accepts(config)).toBe(fits);
  expect(configSchema.safeParse(config).success).toBe(fits);
});

test("what defaults, accounts and overrides share is described once", () => {
  const shared = Object.keys(committed.properties.defaults.properties).map((name) => [
    name,
    { $ref: `#/definitions/${name}` },
  ]);
  const ofTargets = shared.filter(([name]) => name !== "regions" && name !== "permissionsBoundary");
  const account = committed.properties.accounts.items.properties;

  expect(committed.properties.defaults.properties).toEqual(Object.fromEntries(shared));
  expect(account).toMatchObject(Object.fromEntries(shared));
  expect(account.overrides.additionalProperties.properties).toEqual(Object.fromEntries(ofTargets));
});
