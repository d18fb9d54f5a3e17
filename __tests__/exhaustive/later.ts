import { DisassociateKmsKeyCommand } from "@aws-sdk/client-cloudwatch-logs";
import { UpdateAssumeRolePolicyCommand, UpdateRoleDescriptionCommand } from "@aws-sdk/client-iam";
import { CreateKeyCommand, UpdateAliasCommand } from "@aws-sdk/client-kms";
import type { Account } from "../e2e/lab/accounts";
import { disable, redescribe, toKeys } from "../e2e/support/guarded";
import type { Changes } from "../support/fleet";

/** A job that comes after a stack was made: what is different by then, and the one resource that is worked on. */
export interface Later {
  readonly address: string;
  readonly config?: Changes;
  readonly byHand?: (account: Account) => Promise<unknown>;
  readonly destroys?: boolean;
}

const ALARM = "aws_cloudwatch_metric_alarm.cis_4_7";
const FILTER = "aws_cloudwatch_log_metric_filter.cis_4_7";
const TOPIC = "aws_sns_topic.alerts";
const SUBSCRIPTION = "aws_sns_topic_subscription.sqs_d1cf7a5e";
const KEY = "aws_kms_key.alerts";
const BUS = "aws_cloudwatch_event_bus.event_hub";
const BUS_POLICY = "aws_cloudwatch_event_bus_policy.event_hub";
const RULE = "aws_cloudwatch_event_rule.event_key_disabled";
const RULE_TARGET = "aws_cloudwatch_event_target.event_key_disabled";
const QUEUE = "aws_sqs_queue.event_undelivered";

const SCHEDULE = "aws_scheduler_schedule.heartbeat";
const DASHBOARD = "aws_cloudwatch_dashboard.dashboard";

const trail = (type: string): string => `aws_${type}.trail`;
const trailRole = { RoleName: "keywatch-111111111111-eu-west-1-trail" };
const trustNobody = JSON.stringify({
  Version: "2012-10-17",
  Statement: [{ Effect: "Deny", Principal: { Service: "cloudtrail.amazonaws.com" }, Action: "sts:AssumeRole" }],
});

const tagged = (address: string): Later => ({ address, config: { "defaults.tags": { team: "security" } } });
const destroyed = (address: string): Later => ({ address, destroys: true });

/** The actions that no stack needs while it is made, each with a job that needs it. */
export const LATER: Readonly<Record<string, Later>> = {
  "cloudwatch:TagResource": tagged(ALARM),
  "cloudwatch:UntagResource": tagged(ALARM),
  "cloudwatch:DeleteAlarms": destroyed(ALARM),
  "logs:DeleteMetricFilter": destroyed(FILTER),
  "sns:SetTopicAttributes": { address: TOPIC, config: { "defaults.topic.displayName": "Key alerts" } },
  "sns:TagResource": tagged(TOPIC),
  "sns:UntagResource": tagged(TOPIC),
  "sns:DeleteTopic": destroyed(TOPIC),
  "sns:SetSubscriptionAttributes": {
    address: SUBSCRIPTION,
    config: { "defaults.subscriptions[0].rawMessageDelivery": true },
  },
  "sns:Unsubscribe": destroyed(SUBSCRIPTION),
  "kms:PutKeyPolicy": {
    address: KEY,
    config: { "defaults.breakGlassRoles": ["arn:aws:iam::{account}:role/break-glass"] },
  },
  "kms:EnableKey": { address: KEY, byHand: (account) => toKeys(account, disable) },
  "kms:UpdateKeyDescription": { address: KEY, byHand: (account) => toKeys(account, redescribe) },
  "kms:TagResource": tagged(KEY),
  "kms:UntagResource": tagged(KEY),
  "kms:ScheduleKeyDeletion": destroyed(KEY),
  "events:TagResource": tagged(BUS),
  "events:UntagResource": tagged(BUS),
  "events:DeleteEventBus": destroyed(BUS),
  "events:RemovePermission": destroyed(BUS_POLICY),
  "events:RemoveTargets": destroyed(RULE_TARGET),
  "events:DeleteRule": destroyed(RULE),
  "sqs:TagQueue": tagged(QUEUE),
  "sqs:UntagQueue": tagged(QUEUE),
  "sqs:DeleteQueue": destroyed(QUEUE),
  "scheduler:DeleteSchedule": destroyed(SCHEDULE),
  "cloudwatch:DeleteDashboards": destroyed(DASHBOARD),
  // the emulator does not keep the log group of a trail, so that every plan changes the trail
  "cloudtrail:UpdateTrail": { address: trail("cloudtrail") },
  "cloudtrail:AddTags": tagged(trail("cloudtrail")),
  "cloudtrail:RemoveTags": tagged(trail("cloudtrail")),
  "cloudtrail:DeleteTrail": destroyed(trail("cloudtrail")),
  "s3:PutBucketTagging": tagged(trail("s3_bucket")),
  "s3:DeleteBucketPolicy": destroyed(trail("s3_bucket_policy")),
  "s3:DeleteBucket": destroyed(trail("s3_bucket")),
  "logs:AssociateKmsKey": {
    address: trail("cloudwatch_log_group"),
    byHand: ({ logs }) => logs.send(new DisassociateKmsKeyCommand({ logGroupName: "keywatch/trail" })),
  },
  "logs:TagResource": tagged(trail("cloudwatch_log_group")),
  "logs:UntagResource": tagged(trail("cloudwatch_log_group")),
  "logs:DeleteLogGroup": destroyed(trail("cloudwatch_log_group")),
  "iam:UpdateAssumeRolePolicy": {
    address: trail("iam_role"),
    byHand: ({ iam }) => iam.send(new UpdateAssumeRolePolicyCommand({ ...trailRole, PolicyDocument: trustNobody })),
  },
  "iam:UpdateRoleDescription": {
    address: trail("iam_role"),
    byHand: ({ iam }) => iam.send(new UpdateRoleDescriptionCommand({ ...trailRole, Description: "by hand" })),
  },
  "iam:TagRole": tagged(trail("iam_role")),
  "iam:UntagRole": tagged(trail("iam_role")),
  "iam:DeleteRolePolicy": destroyed(trail("iam_role_policy")),
  "iam:ListInstanceProfilesForRole": destroyed(trail("iam_role")),
  "iam:DeleteRole": destroyed(trail("iam_role")),
  "kms:UpdateAlias": {
    address: trail("kms_alias"),
    byHand: async ({ kms }) => {
      const { KeyMetadata } = await kms.send(new CreateKeyCommand({}));
      return kms.send(new UpdateAliasCommand({ AliasName: "alias/keywatch-trail", TargetKeyId: KeyMetadata?.KeyId }));
    },
  },
  "kms:DeleteAlias": destroyed(trail("kms_alias")),
};
