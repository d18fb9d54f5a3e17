import { CATALOGUE, CONTROL_IDS, type ControlId } from "../../modules/controls";
import { compilePattern, parsePattern } from "../../modules/controls/filter-pattern";
import type { Raw } from "../support/fleet";
import { targetOf } from "../support/targets";

const ROLE = "arn:aws:iam::111111111111:role/ci/deploy";
const TOPIC = "arn:aws:sns:eu-west-1:111111111111:KMSCustomerKeyEvents";

/** Which controls each event sets off in a target that watches everything. */
const controls = targetOf({
  "accounts[0].role": ROLE,
  "accounts[0].controls": Object.fromEntries(CONTROL_IDS.map((id) => [id, true])),
}).controls.map(({ id, filter: { pattern } }) => {
  const parsed = parsePattern(pattern);
  if (!parsed.ok) throw new Error(`${id}: ${parsed.message}`);
  return { id, matches: compilePattern(parsed.ast) };
});
const setOff = (event: Raw): string[] => controls.filter(({ matches }) => matches(event)).map(({ id }) => id);

const user = { type: "IAMUser", arn: "arn:aws:iam::111111111111:user/ada" };
const assumed = (role: string, more = {}) => ({
  type: "AssumedRole",
  arn: "arn:aws:sts::111111111111:assumed-role/x/session",
  sessionContext: { sessionIssuer: { type: "Role", arn: role } },
  ...more,
});
const deploy = assumed(ROLE);
const admin = assumed("arn:aws:iam::111111111111:role/admin");
const forVolume = assumed("arn:aws:iam::111111111111:role/admin", { invokedBy: "ec2.amazonaws.com" });
const service = { accountId: "111111111111", invokedBy: "AWS Internal" };

const call = (source: string, eventName: string, userIdentity: object = user, more: object = {}) => ({
  eventSource: `${source}.amazonaws.com`,
  eventName,
  userIdentity,
  sourceIPAddress: "192.0.2.1",
  eventType: "AwsApiCall",
  ...more,
});
const DENIED = { errorCode: "AccessDenied", errorMessage: "User is not authorized" };
const asking = (requestParameters: object) => ({ requestParameters });

const CASES: readonly (readonly [what: string, event: Raw, ...controls: ControlId[]])[] = [
  ["a key disabled", call("kms", "DisableKey"), "cis-4.7", "key-disabled-or-deletion-scheduled"],
  ["a deletion refused", call("kms", "ScheduleKeyDeletion", user, DENIED), "cis-4.1", "cis-4.7"],
  ["a DisableKey of another service", call("other", "DisableKey")],
  ["a key deleted by AWS", call("kms", "DeleteKey", service), "key-deleted"],
  [
    "a key in use that waits for its deletion",
    call("kms", "Decrypt", admin, {
      errorCode: "KMSInvalidStateException",
      errorMessage: "arn:aws:kms:eu-west-1:111111111111:key/1234abcd is pending deletion.",
    }),
    "key-used-while-pending-deletion",
  ],
  [
    "a key in use that is disabled",
    call("kms", "Decrypt", admin, { errorCode: "DisabledException", errorMessage: "key/1234abcd is disabled." }),
  ],
  ["material deleted", call("kms", "DeleteImportedKeyMaterial"), "key-material-deleted"],
  ["material not deleted", call("kms", "DeleteImportedKeyMaterial", user, DENIED), "cis-4.1"],
  ["material expired", call("kms", "DeleteExpiredKeyMaterial", service), "key-material-deleted"],
  [
    "material with an end",
    call("kms", "ImportKeyMaterial", user, asking({ validTo: "Jan 1, 2027, 8:00:00 PM" })),
    "key-material-expires",
  ],
  [
    "material without an end",
    call("kms", "ImportKeyMaterial", user, asking({ expirationModel: "KEY_MATERIAL_DOES_NOT_EXPIRE" })),
  ],
  ["a key store disconnected", call("kms", "DisconnectCustomKeyStore"), "key-store-disconnected"],
  ["a key store deleted", call("kms", "DeleteCustomKeyStore"), "key-store-disconnected"],
  ["a key policy written by a user", call("kms", "PutKeyPolicy"), "key-policy-changed"],
  ["a key policy written by another role", call("kms", "PutKeyPolicy", admin), "key-policy-changed"],
  ["a key policy written by the deploy role", call("kms", "PutKeyPolicy", deploy)],
  ["a key policy not written", call("kms", "PutKeyPolicy", admin, DENIED), "cis-4.1"],
  ["a grant for a volume", call("kms", "CreateGrant", forVolume)],
  ["a grant by a person", call("kms", "CreateGrant", admin), "key-policy-changed"],
  ["rotation switched off", call("kms", "DisableKeyRotation"), "key-rotation-disabled"],
  ["a deletion cancelled", call("kms", "CancelKeyDeletion"), "key-deletion-cancelled"],
  ["a key enabled", call("kms", "EnableKey"), "key-enabled"],
  ["alarms deleted", call("monitoring", "DeleteAlarms", admin), "alarms-muted"],
  ["alarms muted by a rule", call("monitoring", "PutAlarmMuteRule"), "alarms-muted"],
  [
    "an alarm written anew without actions",
    call("monitoring", "PutMetricAlarm", admin, asking({ alarmName: "a", actionsEnabled: false })),
    "alarms-muted",
  ],
  [
    "an alarm written with actions",
    call("monitoring", "PutMetricAlarm", admin, asking({ alarmName: "a", actionsEnabled: true })),
  ],
  ["an alarm written", call("monitoring", "PutMetricAlarm", admin, asking({ alarmName: "a" }))],
  ["alarms deleted by the deploy role", call("monitoring", "DeleteAlarms", deploy)],
  ["a drill", call("monitoring", "SetAlarmState", admin)],
  [
    "a filter of the trail deleted",
    call("logs", "DeleteMetricFilter", admin, asking({ logGroupName: "trail", filterName: "f" })),
    "keywatch-removed",
  ],
  [
    "a filter of the trail deleted by the deploy role",
    call("logs", "DeleteMetricFilter", deploy, asking({ logGroupName: "trail", filterName: "f" })),
  ],
  ["a filter of another log group deleted", call("logs", "DeleteMetricFilter", admin, asking({ logGroupName: "app" }))],
  ["the topic deleted", call("sns", "DeleteTopic", user, asking({ topicArn: TOPIC })), "keywatch-removed"],
  [
    "the topic of a severity deleted",
    call("sns", "DeleteTopic", user, asking({ topicArn: `${TOPIC}-low` })),
    "keywatch-removed",
  ],
  [
    "a subscription deleted",
    call("sns", "Unsubscribe", user, asking({ subscriptionArn: `${TOPIC}:1234abcd` })),
    "keywatch-removed",
  ],
  [
    "a subscription that no message meets any more",
    call("sns", "SetSubscriptionAttributes", user, asking({ subscriptionArn: `${TOPIC}:1234abcd` })),
    "keywatch-removed",
  ],
  [
    "a statement taken out of the topic's policy",
    call("sns", "RemovePermission", user, asking({ topicArn: TOPIC, label: "AlarmsPublish" })),
    "keywatch-removed",
  ],
  [
    "a subscription of another topic changed",
    call("sns", "SetSubscriptionAttributes", user, asking({ subscriptionArn: "arn:aws:sns:eu-west-1:1:app:1" })),
  ],
  ["another topic deleted", call("sns", "DeleteTopic", user, asking({ topicArn: "arn:aws:sns:eu-west-1:1:app" }))],
  ["a subscription made", call("sns", "Subscribe", user, asking({ topicArn: TOPIC }))],
  [
    "the root user's call",
    call("s3", "ListBuckets", { type: "Root", arn: "arn:aws:iam::111111111111:root" }),
    "cis-4.3",
  ],
  [
    "a sign-in without a second factor",
    call("signin", "ConsoleLogin", user, {
      additionalEventData: { MFAUsed: "No" },
      responseElements: { ConsoleLogin: "Success" },
    }),
    "cis-4.2",
  ],
  ["HeadBucket of a bucket that is not the caller's", call("s3", "HeadBucket", admin, { errorCode: "AccessDenied" })],
  ["an organization's policy", call("organizations", "CreatePolicy", admin), "cis-4.4", "cis-4.15"],
  ["a read", call("kms", "DescribeKey")],
];

test.each(CASES)("%s", (_, event, ...expected) => {
  expect(setOff(event)).toEqual(expected);
});

test("every control of Keywatch's own has an event that sets it off", () => {
  const seen = new Set(CASES.flatMap(([, event]) => setOff(event)));

  expect(CATALOGUE.filter(({ id, benchmarks }) => !benchmarks && !seen.has(id)).map(({ id }) => id)).toEqual([]);
});
