import { judgeTrail, type LookedTrail } from "../../../modules/cli/discover/judge";
import { groupArn, management, payments, trailArnOf, trailOf, unasked } from "./looked";

const reasons = (seen: LookedTrail) => judgeTrail(seen, payments).reasons;

test("a multi-region trail that logs all management events to a log group of the account will do", () => {
  expect(judgeTrail(trailOf(payments), payments)).toEqual({
    arn: trailArnOf(payments, "company"),
    organization: false,
    logGroup: { account: payments, region: "eu-west-1", name: "trail" },
    reasons: [],
  });
});

test.each([
  ["of one region", trailOf(payments, { IsMultiRegionTrail: false }), "It records eu-west-1 alone."],
  ["that was stopped", trailOf(payments, {}, { IsLogging: false }), "It does not log."],
  [
    "without management events",
    trailOf(payments, {}, undefined, { IncludeManagementEvents: false }),
    "It does not record all management events: its selector leaves management events out.",
  ],
  [
    "of what is written alone",
    trailOf(payments, {}, undefined, { ReadWriteType: "WriteOnly" }),
    "It does not record all management events: its selector records WriteOnly.",
  ],
  [
    "without KMS",
    trailOf(payments, {}, undefined, { ExcludeManagementEventSources: ["kms.amazonaws.com"] }),
    "It leaves out the events of KMS.",
  ],
  ["without a log group", trailOf(payments, { CloudWatchLogsLogGroupArn: undefined }), "It writes to no log group."],
  [
    "of another account's log group",
    trailOf(payments, { CloudWatchLogsLogGroupArn: groupArn(management) }),
    "Its log group lies in account 999999999999.",
  ],
  [
    "whose status is denied",
    { ...trailOf(payments), status: unasked },
    "Whether it logs could not be asked: AccessDenied: no",
  ],
  [
    "whose selectors are denied",
    { ...trailOf(payments), selectors: unasked },
    "What it records could not be asked: AccessDenied: no",
  ],
])("a trail %s will not do", (_, seen, reason) => {
  expect(reasons(seen)).toEqual([reason]);
});

test("every reason is told, not the first alone", () => {
  const worst = trailOf(
    payments,
    { IsMultiRegionTrail: false, CloudWatchLogsLogGroupArn: undefined },
    { IsLogging: false },
    { ExcludeManagementEventSources: ["kms.amazonaws.com"] },
  );
  expect(reasons(worst)).toEqual([
    "It records eu-west-1 alone.",
    "It does not log.",
    "It leaves out the events of KMS.",
    "It writes to no log group.",
  ]);
});

test("of an organization's trail that writes elsewhere nothing else is asked", () => {
  const { trail } = trailOf(management, { IsOrganizationTrail: true });
  expect(judgeTrail({ trail }, payments)).toMatchObject({
    organization: true,
    reasons: ["Its log group lies in account 999999999999."],
  });
});

test("an organization's trail of another account whose log group is the account's will do", () => {
  const delegated = trailOf(management, { IsOrganizationTrail: true, CloudWatchLogsLogGroupArn: groupArn(payments) });
  expect(reasons(delegated)).toEqual([]);
});
