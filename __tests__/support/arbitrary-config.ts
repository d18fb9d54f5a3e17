import fc from "fast-check";
import { CATALOGUE } from "../../modules/controls";
import { type Raw, smallFleet } from "./fleet";

/** Any JSON with numbers that a config may hold. */
const json: fc.Arbitrary<unknown> = fc
  .jsonValue()
  .map((value) => JSON.parse(JSON.stringify(value, (_, entry) => (typeof entry === "number" ? entry % 1e9 : entry))));

const optional = <T extends object>(model: { [K in keyof T]: fc.Arbitrary<T[K]> }, required: (keyof T)[] = []) =>
  fc.record(model, { requiredKeys: required as never });

const pick = <T>(...values: readonly T[]) => fc.constantFrom(...values);
const secret = fc.record({ fromEnv: pick("WEBHOOK", "_a1") });

/** Texts that mean something to Terraform, CDKTF, JSON or Keywatch itself, where any text may stand. */
const text = fc
  .oneof(
    fc.string({ unit: "binary", minLength: 1, maxLength: 40 }),
    pick("${x}", "%{if}", "$${", "${TfToken[TOKEN.0]}", "{account}", "{stack} {region}", '"\\\n', "日本 🔑"),
  )
  .filter((candidate) => candidate.trim() !== "");
/** The state's settings cannot hold what CDKTF takes for a token. */
const stateText = text.filter((written) => !written.includes("TfToken["));

const subscription = fc.oneof(
  fc.record({ protocol: pick("email", "email-json"), endpoint: fc.oneof(pick("a@b.example", "c@d.example"), secret) }),
  optional(
    {
      protocol: pick("https"),
      endpoint: fc.oneof(fc.webUrl({ validSchemes: ["https"] }), secret),
      filterPolicy: fc.dictionary(fc.string(), json, { maxKeys: 2 }),
      filterPolicyScope: pick("MessageBody"),
      rawMessageDelivery: fc.boolean(),
      confirmationTimeoutInMinutes: fc.integer({ min: 1, max: 1440 }),
    },
    ["protocol", "endpoint", "filterPolicyScope"],
  ),
  fc.record({ protocol: pick("sms"), endpoint: pick("+491701234567") }),
  fc.record({ protocol: pick("sqs"), endpoint: pick("arn:{partition}:sqs:{region}:{account}:alerts") }),
);

const control = fc.oneof(
  pick(true),
  optional({
    severity: pick("low", "medium", "high", "critical"),
    filter: optional({ name: pick("filter", "other filter"), pattern: text.map((pattern) => `"${pattern}`) }),
    adopt: fc.subarray(["filter", "alarm"]),
    metric: optional({ name: pick("metric"), value: pick("1", "$.size"), defaultValue: fc.integer() }),
    alarm: optional({
      name: text,
      description: text,
      period: pick(60, 300, 3600),
      threshold: fc.double({ noNaN: true, min: -1e100, max: 1e100 }),
      evaluationPeriods: fc.integer({ min: 1, max: 24 }),
      actionsEnabled: fc.boolean(),
    }),
  }),
);

/** The controls that are watched only where a config asks for them, each on or off. */
const OTHER_CONTROLS = Object.fromEntries(
  CATALOGUE.filter(({ onByDefault }) => !onByDefault).map(({ id }) => [id, fc.boolean()]),
);

const subscriptions = fc.uniqueArray(subscription, {
  maxLength: 3,
  selector: ({ endpoint }) => JSON.stringify(endpoint),
});

const topic = (name: string) =>
  fc.oneof(
    optional({
      name: pick(name),
      displayName: text,
      encryption: pick<unknown>("managed", "none", { keyArn: "arn:{partition}:kms:{region}:{account}:key/1234abcd" }),
    }),
    fc.record({ arn: pick(`arn:{partition}:sns:{region}:{account}:${name}`) }),
  );

const settings = {
  role: fc.oneof(
    pick("arn:{partition}:iam::{account}:role/deploy"),
    optional({ arn: pick("arn:{partition}:iam::{account}:role/deploy"), externalId: fc.oneof(text, secret) }, ["arn"]),
  ),
  trail: fc.record({ logGroup: pick("trail", "/aws/cloudtrail") }),
  topic: topic("alerts"),
  routes: optional({
    critical: optional({ topic: topic("critical"), subscriptions }),
    low: optional({ topic: topic("low"), subscriptions }),
  }),
  actions: optional({
    alarm: fc.subarray([
      "arn:{partition}:ssm:{region}:{account}:opsitem:2",
      "arn:{partition}:sns:{region}:{account}:x",
    ]),
    notifyOk: fc.boolean(),
  }),
  chat: fc.subarray([
    {
      type: "slack",
      workspaceId: "T07EA123LEP",
      channelId: "C07EZ1ABC23",
      roleArn: "arn:{partition}:iam::{account}:role/chat",
    },
  ]),
  breakGlassRoles: fc.subarray(["arn:{partition}:iam::{account}:role/break-glass"]),
  fastPath: fc.boolean(),
  adopt: fc.subarray(["filter", "alarm", "topic"]),
  liveness: fc.oneof(
    fc.boolean(),
    optional({
      delivery: fc.oneof(fc.boolean(), fc.record({ hours: fc.integer({ min: 2, max: 168 }) })),
      heartbeat: fc.boolean(),
      notifications: fc.boolean(),
      actions: fc.subarray(["arn:{partition}:sns:{region}:{account}:second"]),
    }),
  ),
  dashboard: fc.oneof(fc.boolean(), fc.record({ name: pick("{stack}-keys", "{region}") })),
  queries: fc.boolean(),
  subscriptions,
  tags: fc.dictionary(pick("owner", "cost centre", "é"), pick("", "security", "a+b@c"), { maxKeys: 3 }),
  controls: optional({ ...OTHER_CONTROLS, "cis-4.7": control }),
};

const regions = pick(
  ["eu-west-1"],
  ["us-east-1", "eu-west-1"],
  ["af-south-1"],
  ["cn-north-1", "cn-northwest-1"],
  ["us-gov-west-1"],
);

const madeTrail = fc.record({
  create: optional({ name: pick("trail"), logGroup: pick("made"), retentionDays: pick(365) }),
});

const account = regions.chain((own) =>
  optional(
    {
      name: pick("payments", "data 🔑", '${x} %{if} "<key>"'),
      regions: fc.constant(own),
      permissionsBoundary: pick("boundary", "keys/boundary"),
      ...settings,
      // an account makes one trail at most, so it has one region
      trail: own.length > 1 ? settings.trail : fc.oneof(settings.trail, madeTrail),
      overrides: optional({ [own[0] as string]: optional(settings) }),
    },
    ["name", "regions", "trail"],
  ),
);

const state = fc.oneof(
  optional({ type: pick("local"), path: pick("/var/state", "here") }, ["type"]),
  optional(
    {
      type: pick("s3"),
      bucket: pick("acme-state"),
      region: pick("eu-west-1"),
      key: pick("{stack}", "x/{account}/{region}"),
      encrypt: fc.boolean(),
    },
    ["type", "bucket", "region"],
  ),
  optional({ type: pick("hcp"), organization: stateText, project: stateText }, ["type", "organization"]),
  fc.record({ type: pick("gcs"), prefix: pick("{stack}"), more: json }),
);

/** Configs without what names an account of theirs. */
const fleet: fc.Arbitrary<Raw> = optional(
  {
    name: pick("keywatch", "K_2-x"),
    state,
    versions: optional({ terraform: pick(">= 1.10.0"), aws: pick("~> 6.0") }),
    defaults: optional(settings),
    accounts: fc
      .uniqueArray(fc.tuple(fc.integer({ min: 0, max: 999_999_999_999 }), account), {
        minLength: 1,
        maxLength: 3,
        selector: ([id]) => id,
      })
      .map((accounts) => accounts.map(([id, rest]) => ({ id: String(id).padStart(12, "0"), ...rest }))),
  },
  ["name", "accounts"],
);

/** An organization whose hub is the first account. */
const organization = ([hub]: readonly Raw[]) =>
  optional(
    {
      id: pick("o-a1b2c3d4e5"),
      units: fc.subarray(["r-a1b2", "ou-a1b2-c3d4e5f6"], { minLength: 1 }),
      hub: pick(hub.id),
      account: pick("888888888888"),
      delegatedAdmin: fc.boolean(),
      region: pick(hub.regions[0]),
      regions: pick([hub.regions[0]]),
      exclude: fc.subarray(["777777777777"]),
    },
    ["id", "units", "hub", "account", "region"],
  );

/** Configs that hold: every generated one must pass validation. */
export const rightConfig: fc.Arbitrary<Raw> = fleet.chain((config) =>
  /^cn-/.test(config.accounts[0].regions[0])
    ? fc.constant(config)
    : fc.option(organization(config.accounts)).map((own) => (own ? { ...config, organization: own } : config)),
);

/** What can stand anywhere in a file that nobody has checked, or in a program. */
const junk = fc.oneof(
  fc.anything({ withBigInt: true, withDate: true, withMap: true, withSet: true, withNullPrototype: true }),
  fc.anything({ withBoxedValues: true, withTypedArray: true, withSparseArray: true }),
  fc.func(fc.anything()),
  pick("", " ", "arn:aws:iam::111111111111:role/x", "eu-west-1", "cn-north-1", "s3", "email", "111111111111"),
  pick<unknown>(Number.NaN, Number.POSITIVE_INFINITY, -0, Symbol("junk")),
  pick(smallFleet(), smallFleet().accounts, smallFleet().accounts[0]),
);

const key = fc.oneof(
  fc.string(),
  pick("__proto__", "constructor", "toString", "regions", "overrides", "tags", "state", "controls", "fromEnv", "arn"),
);

/** One change of a config, at the place that `where` picks of all that it has. */
interface Mutation {
  readonly where: number;
  readonly how: "delete" | "replace" | "add";
  readonly key: string;
  readonly value: unknown;
}

const mutation: fc.Arbitrary<Mutation> = fc.record({
  where: fc.nat(),
  how: pick("delete", "replace", "add"),
  key,
  value: junk,
});

/** Configs that held before somebody changed them in a few places. */
export const anyConfig: fc.Arbitrary<Raw> = fc
  .tuple(rightConfig, fc.array(mutation, { minLength: 1, maxLength: 4 }))
  .map(([config, mutations]) => mutations.reduce(mutated, structuredClone(config)));

function mutated(config: Raw, { where, how, key, value }: Mutation): Raw {
  const places = placesIn(config);
  const { holder, at } = places[where % places.length] ?? { holder: config, at: key };
  if (how === "delete") delete holder[at];
  else if (how === "replace") holder[at] = value;
  else if (Array.isArray(holder)) holder.push(value);
  else Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });
  return config;
}

/** Every value of a config, by what holds it and its key there. */
function placesIn(node: Raw, seen = new Set<unknown>()): { holder: Raw; at: string }[] {
  const own = Array.isArray(node) || Object.prototype.toString.call(node) === "[object Object]";
  if (!own || seen.has(node)) return [];
  seen.add(node);
  return Object.entries(node).flatMap(([at, value]) => [{ holder: node, at }, ...placesIn(value, seen)]);
}
