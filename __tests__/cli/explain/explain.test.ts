import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Readable } from "node:stream";
import { gzipSync } from "node:zlib";
import { hubFleet, organizationFleet, type Raw, smallFleet } from "../../support/fleet";
import { inFolderAsync } from "../../support/folder";
import { keywatchAsync, type Ran } from "../../support/keywatch";

const at = (...parts: readonly string[]) => path.resolve(__dirname, "../../..", ...parts);
const [single, several] = [at("docs/events/disable-key.json"), at("docs/events/records.json")];
const record: Raw = JSON.parse(readFileSync(single, "utf8"));
const records: Raw[] = JSON.parse(readFileSync(several, "utf8")).Records;

/** Runs `keywatch explain` on a config, with an input in a file of its own. */
const explain = (config: Raw, input: string | Buffer, ...options: readonly string[]): Promise<Ran> =>
  inFolderAsync(async (folder) => {
    const [file, events] = [path.join(folder, "fleet.json"), path.join(folder, "events")];
    writeFileSync(file, JSON.stringify(config));
    writeFileSync(events, input);
    const { code, out, err } = await keywatchAsync(["explain", events, "-c", file, ...options]);
    return { code, out, err: err.replaceAll(folder, "FOLDER") };
  });
const dataOf = ({ out }: Ran): Raw[] =>
  out
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));

const fleet = smallFleet({ "accounts[0].subscriptions": [{ protocol: "https", endpoint: { fromEnv: "WEBHOOK" } }] });

test("a single event is told in full: what matched, over which path, to whom, and with what message", async () => {
  expect(await explain(fleet, JSON.stringify(record))).toEqual({
    code: 0,
    err: "",
    out: `\
2026-11-24T09:16:12Z  111111111111  eu-west-1  kms.amazonaws.com DisableKey  cis-4.7
by arn:aws:sts::111111111111:assumed-role/admin/ada from 192.0.2.7

keywatch-111111111111-eu-west-1  cis-4.7  fires
  yes  $.eventSource = kms.amazonaws.com  ("kms.amazonaws.com")
  yes  $.eventName = DisableKey  ("DisableKey")
  no   $.eventName = ScheduleKeyDeletion  ("DisableKey")
  path: trail -> KMSCustomerKeyDisableOrDeleteEvents -> KMSCustomerKeyDisableOrDeleteAlarm -> arn:aws:sns:eu-west-1:111111111111:KMSCustomerKeyEvents
  told: https from WEBHOOK
  message: CIS AWS Foundations 4.7, account 111111111111, alarm in eu-west-1. A customer managed KMS key was disabled or scheduled for deletion: what it encrypts becomes unreadable, after the waiting period for good. The key may be in any region that the trail records. Find DisableKey and ScheduleKeyDeletion in CloudTrail: key and caller. If nobody meant it: aws kms cancel-key-deletion, then aws kms enable-key.
`,
  });
});

test("nothing in an event steers the terminal or ends the command, whatever it holds", async () => {
  const config = smallFleet({ "accounts[0].fastPath": true });
  const odd = { ...record, eventID: "a\u001b[2Jb", sourceIPAddress: "\u001b[31m\u202e192.0.2.7" };
  const { code, out } = await explain(config, JSON.stringify(odd));
  expect(code).toBe(0);
  expect(out).toContain("from \\u001b[31m\\u202e192.0.2.7\n");
  expect(out).toContain("#/events/a");
  expect(out).not.toMatch(/[^\P{C}\n]/u);
});

test("no line break in an event passes for a line of its own", async () => {
  const forged = "eu-west-1\n2026-01-01T00:00:00Z  222222222222  eu-west-1  ScheduleKeyDeletion  cis-4.7";
  const odd = { ...record, awsRegion: forged, userIdentity: { arn: `a\n${forged}` } };
  const { out } = await explain(fleet, JSON.stringify(odd));
  expect(out.split("\n").filter((line) => line.startsWith("2026-01-01T00:00:00Z"))).toEqual([]);
  expect(out).toContain("by a\\u000aeu-west-1\\u000a2026-01-01");
});

test("of one that sets nothing off, the parts are told that did not match", async () => {
  const { out } = await explain(fleet, JSON.stringify(records[1]));
  expect(out).toContain("cis-4.7  stays quiet\n  yes  $.eventSource = kms.amazonaws.com");
  expect(out).toContain('  no   $.eventName = DisableKey  ("Decrypt")');
  expect(out).not.toContain("path:");
});

test("an event of an account outside the fleet is heard by nobody", async () => {
  const { out } = await explain(fleet, JSON.stringify({ ...record, recipientAccountId: "222222222222" }));
  expect(out).toContain("Nothing in the fleet hears of it.");
});

test("a control whose pattern is for other logs is never met, and that is told once", async () => {
  const config = smallFleet({
    "accounts[0].controls": { "cis-4.7": { filter: { pattern: "DisableKey" } }, "cis-4.1": true },
  });
  const err =
    "Not evaluated in keywatch-111111111111-eu-west-1: the pattern of cis-4.7 is for other logs than JSON: DisableKey\n";
  const full = await explain(config, JSON.stringify(record));
  expect([full.code, full.err]).toEqual([0, err]);
  expect(full.out).toContain("keywatch-111111111111-eu-west-1  cis-4.7  was not evaluated\n");
  expect(full.out).toContain("keywatch-111111111111-eu-west-1  cis-4.1  stays quiet\n");

  const data = await explain(config, readFileSync(several), "--json");
  expect([data.code, data.err]).toEqual([0, err]);
  const notEvaluated = [{ stack: "keywatch-111111111111-eu-west-1", control: "cis-4.7" }];
  expect(dataOf(data)).toMatchObject(records.map(() => ({ notEvaluated })));
  expect(dataOf(data).flatMap(({ controls }) => controls)).toEqual(["cis-4.1"]);
});

test("of many events those are told that set something off, a line each", async () => {
  expect(await explain(fleet, readFileSync(several))).toEqual({
    code: 0,
    err: "",
    out: `\
2026-11-24T09:16:12Z  111111111111  eu-west-1  kms.amazonaws.com DisableKey  cis-4.7
2026-11-24T09:18:30Z  111111111111  eu-west-1  kms.amazonaws.com ScheduleKeyDeletion  cis-4.7
(4 events read, 2 of them set something off.)
`,
  });
});

test("machines get an object a line for every event", async () => {
  const ran = await explain(fleet, readFileSync(several), "--json");
  expect(dataOf(ran).map(({ eventId, controls }) => [eventId, controls])).toEqual(
    records.map(({ eventID }, index) => [eventID, index % 2 === 0 ? ["cis-4.7"] : []]),
  );
  expect(dataOf(ran)[0]).toMatchObject({
    account: "111111111111",
    region: "eu-west-1",
    event: "kms.amazonaws.com DisableKey",
    alarms: [
      {
        stack: "keywatch-111111111111-eu-west-1",
        control: "cis-4.7",
        alarm: "KMSCustomerKeyDisableOrDeleteAlarm",
        topic: "arn:aws:sns:eu-west-1:111111111111:KMSCustomerKeyEvents",
        subscriptions: ["https from WEBHOOK"],
      },
    ],
  });
});

test("the whole catalogue is evaluated on request, switched on or not", async () => {
  const ran = await explain(fleet, readFileSync(several), "--json", "--all-controls");
  expect(dataOf(ran).map(({ controls }) => controls)).toEqual([
    ["cis-4.7", "key-disabled-or-deletion-scheduled"],
    [],
    ["cis-4.1", "cis-4.7"],
    ["key-enabled"],
  ]);
  expect(dataOf(ran).flatMap(({ alarms }) => alarms.map(({ control }: Raw) => control))).toEqual([
    "cis-4.7",
    "cis-4.7",
  ]);
});

test.each<[string, string | Buffer]>([
  ["packed, whatever the file is called", gzipSync(JSON.stringify({ Records: records }))],
  ["in lines", records.map((one) => JSON.stringify(one)).join("\n")],
  ["in a list", JSON.stringify(records)],
  [
    "as EventBridge carries them",
    records
      .map((detail) =>
        JSON.stringify({
          "detail-type": "AWS API Call via CloudTrail",
          source: "aws.kms",
          account: "111111111111",
          region: "eu-west-1",
          time: detail.eventTime,
          detail,
        }),
      )
      .join("\n"),
  ],
  [
    "as cloudtrail lookup-events tells them",
    JSON.stringify({ Events: records.map((one) => ({ EventId: one.eventID, CloudTrailEvent: JSON.stringify(one) })) }),
  ],
  [
    "as logs filter-log-events tells them",
    JSON.stringify({ events: records.map((one) => ({ timestamp: 1, message: JSON.stringify(one) })) }),
  ],
  ["as a log group is exported", records.map((one) => `2026-11-24T09:16:12.000Z ${JSON.stringify(one)}`).join("\n")],
])("events are read %s", async (_, input) => {
  const ran = await explain(fleet, input, "--json");
  expect([ran.code, ran.err]).toEqual([0, ""]);
  expect(dataOf(ran).map(({ eventId }) => eventId)).toEqual(records.map(({ eventID }) => eventID));
});

test("events can come in", async () => {
  const stdin = Readable.from([readFileSync(several)]) as unknown as NodeJS.ReadStream;
  const signal = () => new AbortController().signal;
  const { out } = await keywatchAsync(["explain", "--json", "-c", at("keywatch.config.ts")], {}, signal, stdin);
  expect(out.trim().split("\n")).toHaveLength(4);
});

test("every account is heard through the organization's trail", async () => {
  const config = smallFleet({ "accounts[0].trail": { logGroup: "trail", organization: true } });
  const [told] = dataOf(
    await explain(config, JSON.stringify({ ...record, recipientAccountId: "555555555555" }), "--json"),
  );
  expect(told?.controls).toEqual(["cis-4.7"]);
});

test("a member's event leads to the hub's topic and whom it tells, at once too by the hub's rules", async () => {
  const [told] = dataOf(await explain(hubFleet({ "defaults.fastPath": true }), JSON.stringify(record), "--json"));
  const topic = "arn:aws:sns:eu-west-1:999999999999:KMSCustomerKeyEvents";
  const subscriptions = ["email security@acme.example"];
  expect(told?.alarms).toMatchObject([{ stack: "keywatch-111111111111-eu-west-1", topic, subscriptions }]);
  expect(told?.messages).toMatchObject([
    {
      stack: "keywatch-999999999999-eu-west-1",
      rule: "keywatch-key-disabled",
      topic,
      subscriptions,
      message: { metadata: { additionalContext: { account: "111111111111" } } },
    },
  ]);
});

test("an event of an account that nobody lists leads to the hub's rules by way of its organization", async () => {
  const config = organizationFleet({ "accounts[0].fastPath": true, "organization.exclude": ["777777777777"] });
  const toldFor = async (recipientAccountId: string, awsRegion = "eu-west-1") => {
    const [told] = dataOf(
      await explain(config, JSON.stringify({ ...record, recipientAccountId, awsRegion }), "--json"),
    );
    return told?.messages.map(({ stack }: Raw) => stack);
  };
  const hub = "keywatch-999999999999";
  expect(await toldFor("555555555555")).toEqual([`${hub}-eu-west-1`]);
  expect(await toldFor("555555555555", "us-east-1")).toEqual([`${hub}-us-east-1`]);
  expect(await toldFor("555555555555", "eu-central-1")).toEqual([]);
  expect(await toldFor("777777777777")).toEqual([]);
  // one that is listed is told of by its own relay, and from another region by the organization's
  expect(await toldFor("111111111111")).toEqual([`${hub}-eu-west-1`]);
  expect(await toldFor("111111111111", "us-east-1")).toEqual([`${hub}-us-east-1`]);
});

describe("what cannot be read", () => {
  test.each<[string, string | Buffer, string]>([
    ["is cut off", `${JSON.stringify(record)}\n{"eventName":`, "The input ends in the middle of an object."],
    [
      "is a packed file that is cut off",
      gzipSync(JSON.stringify({ Records: records }), { level: 0 }).subarray(0, 3000),
      "unexpected end of file",
    ],
    ["is no event", `${JSON.stringify(record)}\n{"some":"thing"}`, "It is no event of CloudTrail or EventBridge."],
    [
      "has a list where an event says what happened",
      `${JSON.stringify(record)}\n{"detail-type":"AWS API Call via CloudTrail","detail":[]}`,
      "It is no event of CloudTrail or EventBridge.",
    ],
    ["is no JSON", `${JSON.stringify(record)}\n{eventName: DisableKey}`, "Expected property name"],
  ])("where it %s, is told by its place, and the rest is answered", async (_, input, reason) => {
    const { code, out, err } = await explain(fleet, input, "--json");
    expect(code).toBe(2);
    expect(out.trim().split("\n")[0]).toContain('"controls":["cis-4.7"]');
    expect(err).toMatch(/^FOLDER\/events, byte \d+: /);
    expect(err).toContain(reason);
    expect(err).toContain("The answer is partial");
  });

  test("is an input without events", async () => {
    expect(await explain(fleet, "hello")).toEqual({
      code: 2,
      out: "",
      err: "No event was found. One of CloudTrail or EventBridge is expected, alone, in lines, or in Records.\n",
    });
  });

  test.each([
    [[], "(0 events read, 0 of them set something off.)\n"],
    [["--json"], ""],
  ])("is not a list of CloudTrail's that is empty (%j)", async (options, out) => {
    expect(await explain(fleet, '{"Records": []}', ...options)).toEqual({ code: 0, out, err: "" });
  });

  test("is a file that is not there", async () => {
    const { code, err } = await keywatchAsync(["explain", "nowhere.json", "-c", at("keywatch.config.ts")]);
    expect([code, err]).toEqual([
      2,
      "nowhere.json: cannot be read. Name a file with events, or - for what comes in.\n",
    ]);
  });

  test("is a folder", async () => {
    const { code, err } = await keywatchAsync(["explain", "docs/events", "-c", at("keywatch.config.ts")]);
    expect([code, err]).toEqual([
      2,
      "docs/events: is a folder. Let its files come in: cat docs/events/* | npx keywatch explain -\n",
    ]);
  });
});
