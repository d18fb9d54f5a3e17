import { readFileSync } from "node:fs";
import fc from "fast-check";
import {
  EVENT_ALERTS,
  type EventAlert,
  eventOf,
  type MessagePlace,
  messageTemplate,
  renderMessage,
} from "../../modules/events";

const KEY_ID = "1234abcd-12ab-34cd-56ef-1234567890ab";
const KEY = `arn:aws:kms:eu-west-1:111111111111:key/${KEY_ID}`;
const place: MessagePlace = {
  partition: "aws",
  region: "eu-west-1",
  account: { id: "111111111111", name: "payments-prod" },
};
const onHub: MessagePlace = { ...place, account: undefined };
const alert = (id: string) => EVENT_ALERTS.find((one) => one.id === id) as EventAlert;

/** CloudTrail's record of a call that a role made. */
const record = (changes: object = {}) => ({
  eventSource: "kms.amazonaws.com",
  eventName: "ScheduleKeyDeletion",
  eventTime: "2026-11-24T09:16:12Z",
  awsRegion: "eu-west-1",
  recipientAccountId: "111111111111",
  eventID: "0e4b8a1c-5d3f-4a6b-9c7d-2e1f3a4b5c6d",
  userIdentity: {
    type: "AssumedRole",
    principalId: "AROA1234567890EXAMPLE:mallory",
    arn: "arn:aws:sts::111111111111:assumed-role/admin/mallory",
  },
  sourceIPAddress: "192.0.2.7",
  userAgent: "aws-cli/2.31.0",
  requestParameters: { keyId: KEY_ID, pendingWindowInDays: 7 },
  responseElements: { keyId: KEY, keyState: "PendingDeletion", deletionDate: "Dec 1, 2026, 9:16:12 AM" },
  ...changes,
});

/** An event that KMS itself sends. */
const native = { account: "111111111111", time: "2026-12-01T09:20:00Z", detail: { "key-id": KEY_ID } };

const told = (id: string, event: unknown, at = place) =>
  JSON.parse(renderMessage(messageTemplate(alert(id), at), event));
const facts = (message: ReturnType<typeof told>) => message.metadata.additionalContext;

test("a scheduled deletion is told with key, caller, deadline and what to do now", () => {
  expect(told("key-deletion-scheduled", eventOf(record()))).toEqual({
    version: "1.0",
    source: "custom",
    content: {
      textType: "client-markdown",
      title: "A KMS key was scheduled for deletion: payments-prod (111111111111), eu-west-1",
      description: `What ${KEY} encrypts is unreadable now, and for good from this date: Dec 1, 2026, 9:16:12 AM.`,
      nextSteps: [
        `aws kms cancel-key-deletion --region eu-west-1 --key-id ${KEY} && aws kms enable-key --region eu-west-1 --key-id ${KEY}`,
        `The key: https://eu-west-1.console.aws.amazon.com/kms/home?region=eu-west-1#/kms/keys/${KEY_ID}`,
        "The event: https://eu-west-1.console.aws.amazon.com/cloudtrailv2/home?region=eu-west-1#/events/0e4b8a1c-5d3f-4a6b-9c7d-2e1f3a4b5c6d",
      ],
    },
    metadata: {
      additionalContext: {
        account: "payments-prod (111111111111)",
        region: "eu-west-1",
        time: "2026-11-24T09:16:12Z",
        key: KEY,
        "key gone at": "Dec 1, 2026, 9:16:12 AM",
        caller: "arn:aws:sts::111111111111:assumed-role/admin/mallory",
        "caller id": "AROA1234567890EXAMPLE:mallory",
        "caller type": "AssumedRole",
        "source IP": "192.0.2.7",
        "user agent": "aws-cli/2.31.0",
      },
    },
  });
});

test("docs/fast-path.md shows this message", () => {
  const [, shown = ""] = /```json\n(.*?)```/s.exec(readFileSync("docs/fast-path.md", "utf8")) ?? [];
  expect(JSON.parse(shown)).toEqual(told("key-deletion-scheduled", eventOf(record())));
});

test("a primary that waits for its replicas is told without a date", () => {
  const waits = { responseElements: { keyId: KEY, keyState: "PendingReplicaDeletion", pendingWindowInDays: 7 } };
  const { content, metadata } = told("key-deletion-awaits-replicas", eventOf(record(waits)));
  expect(content.description).toBe(
    `${KEY} encrypts and decrypts nothing now. Its replicas still do. Its waiting period starts when the last of them is deleted.`,
  );
  expect(Object.values(metadata.additionalContext)).not.toContain("");
});

test("a refused attempt tells why it was refused, and links to no key", () => {
  const denied = { errorCode: "AccessDenied", errorMessage: "not authorized", responseElements: null };
  const message = told("key-attempt-refused", eventOf(record(denied)));
  expect(facts(message)).toMatchObject({
    call: "ScheduleKeyDeletion",
    "key asked for": KEY_ID,
    error: "AccessDenied",
    "error message": "not authorized",
  });
  expect(message.content.nextSteps.join()).not.toContain("/kms/keys/");
});

test("the runbook is among the next steps where the config says where they are", () => {
  const runbooks = "https://git.acme.example/<key>";
  const { nextSteps } = told("key-disabled", eventOf(record()), { ...place, runbooks }).content;
  expect(nextSteps[1]).toBe("The runbook: https://git.acme.example/<key>/cis-4.7.md");
});

test.each([
  ["of an account", place, "payments-prod (111111111111)", "payments-prod (111111111111)"],
  ["on the bus of a hub", onHub, "account 111111111111", "111111111111"],
])("KMS's own events %s are told with the key's ARN", (_, at, where, account) => {
  const message = told("key-deleted", native, at);
  expect(message.content.title).toBe(`A KMS key was deleted for good: ${where}, eu-west-1`);
  expect(facts(message)).toEqual({ account, region: "eu-west-1", time: "2026-12-01T09:20:00Z", key: KEY });
});

test.each([
  ["aws-cn", "cn-north-1", "https://cn-north-1.console.amazonaws.cn/kms/"],
  ["aws-us-gov", "us-gov-west-1", "https://us-gov-west-1.console.amazonaws-us-gov.com/kms/"],
] as const)("links lead to the console of %s", (partition, region, start) => {
  const message = told("key-disabled", eventOf(record()), { ...place, partition, region });
  expect(message.content.nextSteps[1]).toMatch(`The key: ${start}`);
});

test("an account's name is a text, never a variable", () => {
  const named = { ...place, account: { id: "111111111111", name: 'a<key>"b"\n<region>' } };
  const message = told("key-disabled", eventOf(record()), named);
  expect(facts(message).account).toBe('a<key>"b"\n<region> (111111111111)');
});

/** What callers can call themselves, and CloudTrail records as it is. */
const hostile = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.constantFrom('","title":"all is well', "a\nb\r\n\u2028", "<key>", "${jndi}", "\\", "x".repeat(10_000)),
);
const hostileParts = fc.record(
  {
    errorCode: hostile,
    errorMessage: hostile,
    sourceIPAddress: hostile,
    userAgent: hostile,
    userIdentity: fc.record({ type: hostile, arn: hostile, principalId: hostile }, { requiredKeys: [] }),
    eventTime: hostile,
  },
  { requiredKeys: [] },
);

/** Variables whose values AWS makes up. What a caller asked for is one of them where the call succeeded. */
const ofAws = ["account", "key", "nativeKey", "goneAt", "eventId"];

describe.each(
  EVENT_ALERTS.flatMap((one) => [
    { id: one.id, one, at: place },
    { id: `${one.id} on the bus of a hub`, one, at: onHub },
  ]),
)("the message of $id", ({ one, at }) => {
  const template = messageTemplate(one, at);

  test("fits into what EventBridge takes", () => {
    expect(template.text.length).toBeLessThanOrEqual(8192);
    expect(Object.keys(template.paths).length).toBeLessThanOrEqual(100);
    for (const [name, path] of Object.entries(template.paths)) {
      expect(name).toMatch(/^[A-Za-z0-9_-]{1,256}$/);
      expect(path).toMatch(/^\$(\.[\w-]+)+$/);
    }
  });

  test("has no variable that it does not define: EventBridge would refuse it", () => {
    const variables = template.text.match(/(?<=<)[^<>]*(?=>)/g) ?? [];
    expect(new Set(variables)).toEqual(new Set(Object.keys(template.paths)));
  });

  test("puts within texts only what no caller can choose", () => {
    const texts = template.text.match(/"(?:\\.|[^"\\])*"/g) ?? [];
    const within = texts.flatMap((text) => text.match(/(?<=<)\w+(?=>)/g) ?? []);
    const safe = one.id === "key-attempt-refused" ? ofAws : [...ofAws, "asked"];
    expect(within.filter((variable) => !safe.includes(variable))).toEqual([]);
  });

  test("is readable JSON whatever callers call themselves, and whatever is missing", () => {
    fc.assert(
      fc.property(hostileParts, (changes) => {
        const given = record(changes);
        const message = JSON.parse(renderMessage(template, eventOf(given)));
        expect(message.content.title).toContain(one.title);
        const told = { caller: given.userIdentity.arn ?? "", "user agent": given.userAgent };
        expect(facts(message)).toMatchObject("caller" in facts(message) ? told : {});
      }),
    );
    expect(JSON.parse(renderMessage(template, {})).content.title).toContain(one.title);
  });

  test("has no blanks that EventBridge would take out", () => {
    const message = renderMessage(template, eventOf(record()));
    expect(JSON.stringify(JSON.parse(message))).toBe(message);
  });
});
