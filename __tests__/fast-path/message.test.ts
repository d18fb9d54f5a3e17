import fc from "fast-check";
import { EVENT_ALERTS, type EventAlert, eventOf, messageTemplate, renderMessage } from "../../modules/events";

const KEY = "arn:aws:kms:eu-west-1:111111111111:key/1234abcd-12ab-34cd-56ef-1234567890ab";
const place = { partition: "aws", region: "eu-west-1", account: "payments-prod (111111111111)" } as const;
const alert = (id: string) => EVENT_ALERTS.find((one) => one.id === id) as EventAlert;

/** CloudTrail's record of a call that a role made. */
const record = (changes: object = {}) => ({
  eventSource: "kms.amazonaws.com",
  eventName: "ScheduleKeyDeletion",
  eventTime: "2026-11-24T09:16:12Z",
  awsRegion: "eu-west-1",
  recipientAccountId: "111111111111",
  eventID: "0e4b8a1c-5d3f-4a6b-9c7d-2e1f3a4b5c6d",
  userIdentity: { type: "AssumedRole", arn: "arn:aws:sts::111111111111:assumed-role/admin/mallory" },
  sourceIPAddress: "192.0.2.7",
  userAgent: "aws-cli/2.31.0",
  requestParameters: { keyId: "1234abcd-12ab-34cd-56ef-1234567890ab", pendingWindowInDays: 7 },
  responseElements: { keyId: KEY, keyState: "PendingDeletion", deletionDate: "Dec 1, 2026, 9:16:12 AM" },
  ...changes,
});

const told = (id: string, event: unknown, at = place) =>
  JSON.parse(renderMessage(messageTemplate(alert(id), at), event));

test("a scheduled deletion is told with key, caller, deadline and what to do now", () => {
  expect(told("key-deletion-scheduled", eventOf(record()))).toEqual({
    alert:
      "A KMS key was scheduled for deletion. What it encrypts is unreadable now, and for good from the date below.",
    account: "payments-prod (111111111111)",
    region: "eu-west-1",
    time: "2026-11-24T09:16:12Z",
    key: KEY,
    "key gone at": "Dec 1, 2026, 9:16:12 AM",
    caller: "arn:aws:sts::111111111111:assumed-role/admin/mallory",
    "caller type": "AssumedRole",
    "source IP": "192.0.2.7",
    "user agent": "aws-cli/2.31.0",
    "what to do now": `aws kms cancel-key-deletion --region eu-west-1 --key-id ${KEY} && aws kms enable-key --region eu-west-1 --key-id ${KEY}`,
    "key in the console":
      "https://eu-west-1.console.aws.amazon.com/kms/home?region=eu-west-1#/kms/keys/1234abcd-12ab-34cd-56ef-1234567890ab",
    "event in the console":
      "https://eu-west-1.console.aws.amazon.com/cloudtrailv2/home?region=eu-west-1#/events/0e4b8a1c-5d3f-4a6b-9c7d-2e1f3a4b5c6d",
  });
});

test("a refused attempt tells why it was refused, and links to no key", () => {
  const message = told(
    "key-attempt-refused",
    eventOf(record({ errorCode: "AccessDenied", errorMessage: "not authorized", responseElements: null })),
  );
  expect(message).toMatchObject({
    call: "ScheduleKeyDeletion",
    "key asked for": "1234abcd-12ab-34cd-56ef-1234567890ab",
    error: "AccessDenied",
    "error message": "not authorized",
  });
  expect(message).not.toHaveProperty("key in the console");
});

test("KMS's own events are told with the key alone", () => {
  const event = { time: "2026-12-01T09:20:00Z", detail: { "key-id": "1234abcd-12ab-34cd-56ef-1234567890ab" } };
  expect(Object.keys(told("key-deleted", event))).toEqual([
    "alert",
    "account",
    "region",
    "time",
    "key",
    "what to do now",
  ]);
  expect(told("key-deleted", event)["what to do now"]).toContain("1234abcd-12ab-34cd-56ef-1234567890ab");
});

test("on the bus of a hub the account is the event's own", () => {
  const { account } = told("key-disabled", eventOf(record()), { ...place, account: undefined } as never);
  expect(account).toBe("111111111111");
});

test.each([
  ["aws-cn", "cn-north-1", "https://cn-north-1.console.amazonaws.cn/kms/"],
  ["aws-us-gov", "us-gov-west-1", "https://us-gov-west-1.console.amazonaws-us-gov.com/kms/"],
] as const)("links lead to the console of %s", (partition, region, start) => {
  const message = told("key-disabled", eventOf(record()), { ...place, partition, region } as never);
  expect(message["key in the console"].startsWith(start)).toBe(true);
});

describe.each(EVENT_ALERTS)("the message of $id", (one) => {
  const template = messageTemplate(one, place);

  test("fits into what EventBridge takes", () => {
    expect(template.text.length).toBeLessThanOrEqual(8192);
    expect(Object.keys(template.paths).length).toBeLessThanOrEqual(100);
    for (const [name, path] of Object.entries(template.paths)) {
      expect(name).toMatch(/^[A-Za-z0-9_-]{1,256}$/);
      expect(path).toMatch(/^\$(\.[\w-]+)+$/);
    }
  });

  test("puts within texts only what no caller can choose", () => {
    const within = [...template.text.matchAll(/"(?:\\.|[^"\\])*"/g)].flatMap(
      ([text]) => text.match(/(?<=<)\w+(?=>)/g) ?? [],
    );
    const chosen = one.pattern.detail && "errorCode" in one.pattern.detail && one.id === "key-attempt-refused";
    const safe = ["key", "nativeKey", "eventId", ...(chosen ? [] : ["asked"])];
    expect(within.filter((variable) => !safe.includes(variable))).toEqual([]);
  });

  test("is readable JSON whatever callers call themselves, and whatever is missing", () => {
    const hostile = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom('", "alert": "all is well', "a\nb\r\n\u2028", "<key>", "${jndi}", "\\", "x".repeat(10_000)),
    );
    const some = fc.record(
      {
        errorCode: hostile,
        errorMessage: hostile,
        sourceIPAddress: hostile,
        userAgent: hostile,
        userIdentity: fc.record({ type: hostile, arn: hostile }, { requiredKeys: [] }),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(some, (changes) => {
        const text = renderMessage(template, eventOf(record(changes)));
        const message = JSON.parse(text);
        expect(message.alert).toBe(one.headline);
        expect(text.split("\n").length).toBe(template.text.split("\n").length);
        if ("caller" in message)
          expect(message.caller).toBe(
            changes.userIdentity ? (changes.userIdentity.arn ?? "") : record().userIdentity.arn,
          );
      }),
    );
    expect(JSON.parse(renderMessage(template, {})).alert).toBe(one.headline);
  });
});

test("an account's name is a text, never a variable", () => {
  const named = { ...place, account: 'a<key>"b" (111111111111)' };
  expect(told("key-disabled", eventOf(record()), named as never).account).toBe('a<key>"b" (111111111111)');
});
