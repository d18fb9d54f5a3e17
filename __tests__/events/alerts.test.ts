import { existsSync, readFileSync } from "node:fs";
import { CATALOGUE } from "../../modules/controls";
import { matches } from "../../modules/controls/filter-pattern";
import { ANY_ALERT, EVENT_ALERTS, eventOf, matchesEvent } from "../../modules/events";
import { parsed } from "../controls/filter-pattern/parsed";

const record = (eventName: string, changes: object = {}) => ({
  eventSource: "kms.amazonaws.com",
  eventName,
  eventTime: "2026-11-24T09:16:12Z",
  awsRegion: "eu-west-1",
  recipientAccountId: "111111111111",
  ...changes,
});
const DENIED = { errorCode: "AccessDenied" };
const DATED = { responseElements: { deletionDate: "Dec 1, 2026, 9:16:12 AM" } };
const native = (type: string) => ({ source: "aws.kms", "detail-type": type, detail: { "key-id": "k" } });

const CASES: readonly (readonly [string, object, readonly string[]])[] = [
  ["ScheduleKeyDeletion", eventOf(record("ScheduleKeyDeletion", DATED)), ["key-deletion-scheduled"]],
  [
    "ScheduleKeyDeletion of a primary that has replicas",
    eventOf(record("ScheduleKeyDeletion", { responseElements: { keyState: "PendingReplicaDeletion" } })),
    ["key-deletion-awaits-replicas"],
  ],
  [
    "ScheduleKeyDeletion without an answer",
    eventOf(record("ScheduleKeyDeletion", { responseElements: null })),
    ["key-deletion-awaits-replicas"],
  ],
  ["DisableKey", eventOf(record("DisableKey")), ["key-disabled"]],
  ["DeleteImportedKeyMaterial", eventOf(record("DeleteImportedKeyMaterial")), ["key-material-deleted"]],
  [
    "a refused ScheduleKeyDeletion",
    eventOf(record("ScheduleKeyDeletion", { ...DENIED, responseElements: null })),
    ["key-attempt-refused"],
  ],
  ["a refused DisableKey", eventOf(record("DisableKey", DENIED)), ["key-attempt-refused"]],
  ["EnableKey", eventOf(record("EnableKey")), ["key-rescued"]],
  ["CancelKeyDeletion", eventOf(record("CancelKeyDeletion")), ["key-rescued"]],
  ["a refused EnableKey", eventOf(record("EnableKey", DENIED)), []],
  ["KMS's own event of a deletion", native("KMS CMK Deletion"), ["key-deleted"]],
  ["KMS's own event of expired material", native("KMS Imported Key Material Expiration"), ["key-material-expired"]],
  ["KMS's own event of a rotation", native("KMS CMK Rotation"), []],
  ["Decrypt", eventOf(record("Decrypt")), []],
  ["DisableKey of another service", eventOf(record("DisableKey", { eventSource: "iot.amazonaws.com" })), []],
  ["the same as somebody's own event", { ...eventOf(record("DisableKey")), source: "acme.kms" }, []],
];

test.each(CASES)("%s sets off what it must", (_, event, ids) => {
  expect(EVENT_ALERTS.filter(({ pattern }) => matchesEvent(pattern, event)).map(({ id }) => id)).toEqual(ids);
});

test("every alert is set off by one of these", () => {
  expect(new Set(CASES.flatMap(([, , ids]) => ids)).size).toBe(EVENT_ALERTS.length);
});

test("what sets off an alert is sent on to the hub", () => {
  for (const [, event, ids] of CASES) if (ids.length > 0) expect(matchesEvent(ANY_ALERT, event)).toBe(true);
});

test("every call that CIS 4.7 counts is told", () => {
  const cis = parsed(CATALOGUE.find(({ id }) => id === "cis-4.7")?.filter.pattern ?? "");
  for (const name of ["DisableKey", "ScheduleKeyDeletion", "EnableKey", "CreateKey"]) {
    for (const outcome of [{}, DENIED]) {
      const counted = matches(cis, record(name, outcome));
      const told = EVENT_ALERTS.filter(
        ({ id, pattern }) => id !== "key-rescued" && matchesEvent(pattern, eventOf(record(name, outcome))),
      );
      expect(told.length).toBe(counted ? 1 : 0);
    }
  }
});

test("patterns fit into what EventBridge takes", () => {
  for (const { pattern } of [...EVENT_ALERTS, { pattern: ANY_ALERT }]) {
    expect(JSON.stringify(pattern).length).toBeLessThanOrEqual(2048);
  }
});

test("docs/fast-path.md lists every alert", () => {
  const page = readFileSync("docs/fast-path.md", "utf8");
  for (const { title, id, severity } of EVENT_ALERTS) {
    expect(page).toContain(`| ${title} | \`<name>-${id}\` | ${severity} |`);
  }
});

test.each(EVENT_ALERTS)("the runbook of $id is there", ({ runbook }) => {
  expect(existsSync(`docs/runbooks/${runbook}.md`)).toBe(true);
});
