import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { withFile } from "../support/config-file";
import { layeredFleet, lostFleet, organizationFleet, type Raw, smallFleet } from "../support/fleet";
import { keywatch, type Ran } from "../support/keywatch";

/** Runs a command on a config, in a folder that is gone afterwards; the folder's path is written as FOLDER. */
function onConfig(
  config: Raw,
  command: (file: string, folder: string) => readonly string[],
  then?: (folder: string) => void,
): Ran {
  return withFile("fleet.json", JSON.stringify(config), (file) => {
    const folder = path.dirname(file);
    const { code, out, err } = keywatch(command(file, folder));
    then?.(folder);
    return { code, out: out.replaceAll(folder, "FOLDER"), err: err.replaceAll(folder, "FOLDER") };
  });
}
const fine = (out: string): Ran => ({ code: 0, out, err: "" });

const TABLE = `\
ACCOUNT       NAME           REGION     LOG GROUP     CONTROLS  TOPIC                 SUBSCRIPTIONS                STATE
111111111111  payments-prod  eu-west-1  trail         cis-4.7   KMSCustomerKeyEvents  email security@acme.example  local
222222222222  data-prod      eu-west-1  trail         cis-4.7   KMSCustomerKeyEvents  email security@acme.example  local
222222222222  data-prod      us-east-1  legacy-trail  cis-4.7   KMSCustomerKeyEvents  email security@acme.example  local
`;
const IDS = ["keywatch-111111111111-eu-west-1", "keywatch-222222222222-eu-west-1", "keywatch-222222222222-us-east-1"];

describe("validate", () => {
  test.each([
    ["one target", smallFleet({ "accounts[0].role": "arn:aws:iam::{account}:role/deploy" }), "1 target in 1 account"],
    ["several", layeredFleet(), "3 targets in 2 accounts"],
    [
      "an organization",
      organizationFleet({
        "organization.units": ["ou-a1b2-c3d4e5f6", "r-a1b2"],
        "organization.delegatedAdmin": true,
      }),
      "4 targets in 3 accounts, and the accounts of o-a1b2c3d4e5 below ou-a1b2-c3d4e5f6, r-a1b2 in eu-west-1, us-east-1",
    ],
  ])("tells how large a fleet of %s is", (_, config, size) => {
    expect(onConfig(config, (file) => ["validate", "-c", file])).toEqual(fine(`FOLDER/fleet.json: valid, ${size}.\n`));
  });

  test("tells it to machines", () => {
    const { out, ...rest } = onConfig(layeredFleet(), (file) => ["validate", "--config", file, "--json"]);
    expect(rest).toEqual({ code: 0, err: "" });
    expect(JSON.parse(out)).toEqual({ ok: true, file: "FOLDER/fleet.json", targets: 3, notes: [] });
  });
});

describe("targets", () => {
  test("are a table", () => {
    expect(onConfig(layeredFleet(), (file) => ["targets", "-c", file])).toEqual(fine(TABLE));
  });

  test("are told with an existing topic, without subscriptions, and with a secret by its name alone", () => {
    const topic = { arn: "arn:aws:sns:{region}:{account}:hub" };
    const state = { type: "s3", bucket: "acme", region: "eu-west-1" };
    const subscriptions = [{ protocol: "https", endpoint: { fromEnv: "WEBHOOK" } }];
    const lines = (changes: object) =>
      onConfig(smallFleet({ state, ...changes }), (file) => ["targets", "-c", file]).out.split("\n");
    expect(lines({ "accounts[0].topic": topic })[1]).toMatch(/ {2}hub \(existing\) {2}- {14}s3$/);
    expect(lines({ "accounts[0].subscriptions": subscriptions })[1]).toMatch(/ {2}https from WEBHOOK {2}s3$/);
  });

  test("are told with the first of many subscriptions, each once, and how many more there are", () => {
    const emails = (...names: readonly string[]) =>
      names.map((name) => ({ protocol: "email", endpoint: `${name}@acme.example` }));
    const { out } = onConfig(
      smallFleet({
        "accounts[0].subscriptions": emails("d", "b", "a", "c", "e"),
        "accounts[0].routes": { high: { subscriptions: emails("a") } },
      }),
      (file) => ["targets", "-c", file],
    );
    const named =
      out
        .split("\n")[1]
        ?.match(/email .+ more/)?.[0]
        .split(", ") ?? [];
    expect([new Set(named).size, named.at(-1)]).toEqual([4, "2 more"]);
  });

  test("are told with a fast path beside their controls", () => {
    const { out } = onConfig(smallFleet({ "accounts[0].fastPath": true }), (file) => ["targets", "-c", file]);
    expect(out.split("\n")[1]).toMatch(/ {2}cis-4\.7 fast-path {2}/);
  });

  test("are told with what they have beside controls", () => {
    const on = { "accounts[0].liveness": true, "accounts[0].dashboard": true, "accounts[0].queries": true };
    const { out } = onConfig(smallFleet(on), (file) => ["targets", "-c", file]);
    expect(out.split("\n")[1]).toMatch(/ {2}cis-4\.7 liveness dashboard queries {2}KMSCustomerKeyEvents /);
  });

  test("are told with the organization whose accounts send, which is a stack of a pipeline like all others", () => {
    const run = (...options: readonly string[]) =>
      onConfig(organizationFleet(), (file) => ["targets", "-c", file, ...options]).out;
    expect(run().trim().split("\n").at(-1)?.split(/ +/)).toEqual([
      ...["888888888888", "888888888888", "eu-west-1", "-", "organization", "-", "-", "local", "2"],
    ]);
    expect(JSON.parse(run("--waves"))).toEqual({
      include: [
        { wave: 1, targets: 4 },
        { wave: 2, targets: 1 },
      ],
    });
    expect(JSON.parse(run("--matrix", "--wave", "2"))).toEqual({
      include: [
        {
          stack: "keywatch-organization",
          account: "888888888888",
          name: "888888888888",
          region: "eu-west-1",
          partition: "aws",
          wave: 2,
        },
      ],
    });
  });

  test("are told with their waves where there are several", () => {
    const rollout = { waves: [{ name: "canary", accounts: ["222222222222"] }] };
    const { out } = onConfig(layeredFleet({ rollout }), (file) => ["targets", "-c", file]);
    expect(out.match(/\S+$/gm)).toEqual(["WAVE", "2", "1", "1"]);
  });

  test("are given to machines with all that was resolved", () => {
    const { out, code } = onConfig(layeredFleet(), (file) => ["targets", "-c", file, "--json"]);
    const targets = JSON.parse(out);
    expect(code).toBe(0);
    expect(targets.map(({ stackId }: Raw) => stackId)).toEqual(IDS);
    expect(targets[2]).toMatchObject({
      account: { id: "222222222222", name: "data-prod" },
      region: "us-east-1",
      trail: { logGroup: "legacy-trail" },
      controls: [{ id: "cis-4.7" }],
    });
  });

  test("are given to a pipeline as a matrix on one line", () => {
    const { out, code } = onConfig(layeredFleet(), (file) => ["targets", "-c", file, "--matrix"]);
    expect(code).toBe(0);
    expect(out).toMatch(/^[^\n]+\n$/);
    const [first, ...others] = JSON.parse(out).include;
    expect(first).toEqual({
      stack: "keywatch-111111111111-eu-west-1",
      account: "111111111111",
      name: "payments-prod",
      region: "eu-west-1",
      partition: "aws",
      wave: 1,
    });
    expect(others.map(({ stack }: Raw) => stack)).toEqual(IDS.slice(1));
  });

  const [first, second, third] = IDS;
  test.each<[string, string, readonly object[]]>([
    [
      "2",
      "1",
      [
        { shard: 1, stacks: `${first} ${third}` },
        { shard: 2, stacks: second },
      ],
    ],
    ["20", "1", IDS.map((stacks, index) => ({ shard: index + 1, stacks }))],
  ])("are dealt out to at most %s shards in wave %s", (shards, wave, include) => {
    const options = ["--shards", shards, "--wave", wave];
    const { out } = onConfig(layeredFleet(), (file) => ["targets", "-c", file, ...options]);
    expect(JSON.parse(out)).toEqual({ include });
  });

  test("are those of a wave where one is named", () => {
    const config = layeredFleet({ rollout: { waves: [{ accounts: ["222222222222"] }] } });
    const { out } = onConfig(config, (file) => ["targets", "-c", file, "--wave", "2", "--matrix"]);
    expect(JSON.parse(out).include.map(({ stack }: Raw) => stack)).toEqual([first]);
  });
});

describe("synth", () => {
  const writing = (file: string, folder: string, ...options: readonly string[]) => [
    "synth",
    "-c",
    file,
    "-o",
    path.join(folder, "out"),
    ...options,
  ];

  test("writes the stacks and tells what they would watch", () => {
    const ran = onConfig(
      layeredFleet(),
      (...at) => writing(...at),
      (folder) => {
        expect(readdirSync(path.join(folder, "out", "stacks")).sort()).toEqual(IDS);
      },
    );
    expect(ran).toEqual(
      fine(`Keywatch would watch 3 targets in 2 accounts:

${TABLE}
3 alert paths proven from event to topic.
3 stacks written to FOLDER/out. Nothing was deployed.
(Next: npx keywatch deploy --plan --config FOLDER/fleet.json --output FOLDER/out tells what a deploy would change)
`),
    );
  });

  test("lets another role plan, and changes nothing else", () => {
    withFile("fleet.json", JSON.stringify(layeredFleet()), (file) => {
      const folder = path.dirname(file);
      const written = (...options: readonly string[]) => {
        expect(keywatch(writing(file, folder, ...options)).code).toBe(0);
        return IDS.map((id) => readFileSync(path.join(folder, "out", "stacks", id, "cdk.tf.json"), "utf8"));
      };
      const deploying = written();
      const planning = written("--role", "arn:aws:iam::{account}:role/keywatch-plan");
      expect(planning).not.toEqual(deploying);
      expect(planning.map((text) => text.replace("role/keywatch-plan", "role/keywatch-deploy"))).toEqual(deploying);
    });
  });

  test("tells which stacks are gone", () => {
    withFile("fleet.json", JSON.stringify(layeredFleet()), (file) => {
      const folder = path.dirname(file);
      keywatch(writing(file, folder));
      withFile("fleet.json", JSON.stringify(smallFleet()), (smaller) => {
        expect(keywatch(writing(smaller, folder)).out).toContain(
          "keywatch-222222222222-us-east-1 has left the config, its resources stay: list the account under `retired` to destroy them.\n",
        );
      });
      expect(JSON.parse(keywatch(writing(file, folder, "--json")).out)).toEqual({
        ok: true,
        outdir: path.join(folder, "out"),
        stacks: IDS,
        notes: [],
        proven: 3,
        removed: [],
        unproven: [],
      });
    });
  });
});

test("synth tells how what is left of an organization is destroyed", () => {
  withFile("fleet.json", JSON.stringify(organizationFleet()), (file) => {
    const folder = path.dirname(file);
    const output = ["--output", path.join(folder, "out")];
    expect(keywatch(["synth", "-c", file, ...output]).code).toBe(0);
    withFile("fleet.json", JSON.stringify(organizationFleet({ organization: undefined })), (without) => {
      expect(keywatch(["synth", "-c", without, ...output]).out).toContain(
        "keywatch-organization has left the config, its resources stay: put `organization` back and run npx cdktf destroy keywatch-organization to destroy them.\n",
      );
    });
  });
});

describe("synth, where an alert would not arrive,", () => {
  const run = (...options: readonly string[]) =>
    onConfig(
      lostFleet(),
      (file, folder) => ["synth", "-c", file, "-o", path.join(folder, "out"), ...options],
      (folder) => expect(readdirSync(folder)).toEqual(["fleet.json"]),
    );

  test("tells where the path breaks and how to mend it, and writes nothing", () => {
    expect(run()).toEqual({
      code: 1,
      out: "",
      err: `Alerts cannot arrive: the path is broken in 2 places. Nothing was written.

keywatch-999999999999-eu-west-1  aws_sns_topic_policy.alerts  (topic policy)
  cloudwatch.amazonaws.com may not sns:Publish: StringEquals aws:SourceAccount of statement AlarmsPublish leaves it out.
  to mend it: Let the accounts below name the topic's account as their \`hub\`, which puts them into the condition.
  holds back: keywatch-111111111111-eu-west-1 aws_cloudwatch_metric_alarm.cis_4_7, keywatch-222222222222-eu-west-1 aws_cloudwatch_metric_alarm.cis_4_7

keywatch-999999999999-eu-west-1  aws_kms_key.alerts  (key policy)
  cloudwatch.amazonaws.com may not kms:Decrypt and kms:GenerateDataKey: StringEquals aws:SourceAccount of statement AlarmsUse leaves it out.
  to mend it: Let the accounts below name the topic's account as their \`hub\`, which puts them into the condition.
  holds back: keywatch-111111111111-eu-west-1 aws_cloudwatch_metric_alarm.cis_4_7, keywatch-222222222222-eu-west-1 aws_cloudwatch_metric_alarm.cis_4_7
`,
    });
  });

  test("tells machines the same as data", () => {
    const { code, out, err } = run("--json");
    expect({ code, err }).toEqual({ code: 1, err: "" });
    expect(JSON.parse(out)).toMatchObject({
      ok: false,
      broken: [
        { link: "topic policy", at: { address: "aws_sns_topic_policy.alerts" }, problem: { kind: "refused" } },
        { link: "key policy", at: { address: "aws_kms_key.alerts" }, problem: { kind: "refused" } },
      ],
    });
  });
});

test("synth tells what it could not prove", () => {
  const { out } = onConfig(smallFleet({ "accounts[0].role": "arn:aws:iam::{account}:role/deploy" }), (file, folder) => [
    "synth",
    "-c",
    file,
    "-o",
    path.join(folder, "out"),
  ]);
  expect(out).toContain(`
1 alert path proven from event to topic.

Not proven:

Topics that nothing in the fleet is subscribed to.
  Add \`subscriptions\`, or make sure that somebody is subscribed by other means.
  arn:aws:sns:eu-west-1:111111111111:KMSCustomerKeyEvents  of keywatch-111111111111-eu-west-1 aws_cloudwatch_metric_alarm.cis_4_7

1 stack written to FOLDER/out.`);
});

describe.each(["validate", "targets", "targets --matrix", "synth"])("%s, on a wrong config,", (command) => {
  const wrong = smallFleet({ "accounts[0].id": "1", zebra: true });
  const run = (...options: readonly string[]) =>
    onConfig(wrong, (file) => [...command.split(" "), "-c", file, ...options]);

  test("prints every problem as an error, and nothing else", () => {
    const { code, out, err } = run();
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(/^FOLDER\/fleet\.json: 2 problems\. Nothing was written\.\n/);
    expect(err).toContain('FOLDER/fleet.json:1:33  accounts[0].id\n  "1" cannot stand here.\n');
    expect(err).toContain("zebra\n  There is no setting");
  });

  test("prints JSON for machines", () => {
    const { code, out, err } = run("--json");
    expect({ code, err }).toEqual({ code: 2, err: "" });
    expect(JSON.parse(out)).toMatchObject({
      ok: false,
      file: "FOLDER/fleet.json",
      problems: [{ path: "accounts[0].id", line: 1, column: 33 }, { path: "zebra" }],
    });
  });
});

test("synth of a wrong config writes nothing", () => {
  onConfig(
    smallFleet({ name: "" }),
    (file, folder) => ["synth", "-c", file, "-o", path.join(folder, "out")],
    (folder) => expect(existsSync(path.join(folder, "out"))).toBe(false),
  );
});

test("the config is the one that --config names, else KEYWATCH_CONFIG, else keywatch.config.ts", () => {
  const fileOf = (args: readonly string[], env?: NodeJS.ProcessEnv) =>
    keywatch(["validate", ...args], env).err.split(":")[0];
  expect(fileOf(["-c", "a.yaml"], { KEYWATCH_CONFIG: "b.yaml" })).toBe("a.yaml");
  expect(fileOf([], { KEYWATCH_CONFIG: "b.yaml" })).toBe("b.yaml");
  expect(keywatch(["validate"], { KEYWATCH_CONFIG: "" }).out).toMatch(/^keywatch\.config\.ts: valid, /);
  expect(keywatch(["validate"]).out).toMatch(/^keywatch\.config\.ts: valid, /);
});
