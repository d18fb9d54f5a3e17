import { changed, layeredFleet } from "../support/fleet";
import { stackOf, stacksOf, stackTexts } from "../support/stacks";
import { targetsOf } from "../support/targets";

const SEED = {
  "accounts[0].role": "arn:aws:iam::{account}:role/keywatch-deploy",
  "accounts[0].subscriptions": [{ protocol: "email", endpoint: "security@acme.example" }],
  "accounts[0].tags": { owner: "security" },
};

const TOPIC = "arn:aws:sns:eu-west-1:111111111111:KMSCustomerKeyEvents";
const FROM_ALARMS = {
  StringEquals: { "aws:SourceAccount": ["111111111111"] },
  ArnLike: { "aws:SourceArn": "arn:aws:cloudwatch:eu-west-1:111111111111:alarm:*" },
};
const FROM_RULES = {
  StringEqualsIfExists: { "aws:SourceAccount": ["111111111111"] },
  ArnLikeIfExists: { "aws:SourceArn": "arn:aws:events:eu-west-1:111111111111:rule/*" },
};

const TOPIC_POLICY = {
  Version: "2012-10-17",
  Statement: [
    {
      Sid: "AlarmsPublish",
      Effect: "Allow",
      Principal: { Service: "cloudwatch.amazonaws.com" },
      Action: "sns:Publish",
      Resource: TOPIC,
      Condition: FROM_ALARMS,
    },
    {
      Sid: "RulesPublish",
      Effect: "Allow",
      Principal: { Service: "events.amazonaws.com" },
      Action: "sns:Publish",
      Resource: TOPIC,
      Condition: FROM_RULES,
    },
    {
      Sid: "SecurityHubSeesSubscriptions",
      Effect: "Allow",
      Principal: { AWS: ["arn:aws:iam::111111111111:root"] },
      Action: "sns:ListSubscriptionsByTopic",
      Resource: TOPIC,
      Condition: {
        ArnLike: {
          "aws:PrincipalArn":
            "arn:aws:iam::111111111111:role/aws-service-role/securityhub.amazonaws.com/AWSServiceRoleForSecurityHub",
        },
      },
    },
    {
      Sid: "OnlyTls",
      Effect: "Deny",
      Principal: "*",
      Action: "sns:Publish",
      Resource: TOPIC,
      Condition: { Bool: { "aws:SecureTransport": "false" } },
    },
  ],
};

const USE = ["kms:Decrypt", "kms:GenerateDataKey*"];
const KEY_POLICY = {
  Version: "2012-10-17",
  Statement: [
    {
      Sid: "AccountAdministers",
      Effect: "Allow",
      Principal: { AWS: "arn:aws:iam::111111111111:root" },
      Action: "kms:*",
      Resource: "*",
    },
    {
      Sid: "OnlyKeepersEndIt",
      Effect: "Deny",
      Principal: "*",
      Action: ["kms:DisableKey", "kms:ScheduleKeyDeletion", "kms:PutKeyPolicy"],
      Resource: "*",
      Condition: { ArnNotLike: { "aws:PrincipalArn": ["arn:aws:iam::111111111111:role/keywatch-deploy"] } },
    },
    {
      Sid: "AlarmsUse",
      Effect: "Allow",
      Principal: { Service: "cloudwatch.amazonaws.com" },
      Action: USE,
      Resource: "*",
      Condition: FROM_ALARMS,
    },
    { Sid: "RulesUse", Effect: "Allow", Principal: { Service: "events.amazonaws.com" }, Action: USE, Resource: "*" },
  ],
};

test("a stack holds the blocks of the seed values, to the character, and nothing else", () => {
  expect(stackOf(SEED)).toEqual({
    terraform: {
      required_version: ">= 1.10.0",
      required_providers: { aws: { source: "hashicorp/aws", version: ">= 5.100.0, < 7.0.0" } },
      backend: { local: { path: "../../../state/keywatch/111111111111/eu-west-1.tfstate" } },
    },
    provider: {
      aws: [
        {
          region: "eu-west-1",
          allowed_account_ids: ["111111111111"],
          assume_role: [{ role_arn: "arn:aws:iam::111111111111:role/keywatch-deploy" }],
          default_tags: [{ tags: { owner: "security" } }],
        },
      ],
    },
    data: {
      aws_cloudwatch_log_groups: {
        trail: {
          log_group_name_prefix: "trail",
          lifecycle: {
            postcondition: [
              {
                condition: '${contains(self.log_group_names, "trail")}',
                error_message:
                  'Account 111111111111 has no log group trail in eu-west-1. It is named at accounts["111111111111"].trail.logGroup: name the log group that CloudTrail writes to there.',
              },
            ],
          },
        },
      },
    },
    resource: {
      aws_cloudwatch_log_metric_filter: {
        cis_4_7: {
          name: "KMSCustomerKeyDisableOrDeleteEvents",
          log_group_name: "trail",
          pattern:
            "{($.eventSource = kms.amazonaws.com) && (($.eventName=DisableKey) || ($.eventName=ScheduleKeyDeletion))}",
          metric_transformation: {
            name: "KMSCustomerKeyDisableOrDeleteEvents",
            namespace: "CISBenchmark",
            value: "1",
          },
        },
      },
      aws_cloudwatch_metric_alarm: {
        cis_4_7: {
          alarm_name: "KMSCustomerKeyDisableOrDeleteAlarm",
          alarm_description:
            "CIS AWS Foundations 4.7, account 111111111111, alarm in eu-west-1. A customer managed KMS key was disabled or scheduled for deletion: what it encrypts becomes unreadable, after the waiting period for good. The key may be in any region that the trail records. Find DisableKey and ScheduleKeyDeletion in CloudTrail: key and caller. If nobody meant it: aws kms cancel-key-deletion, then aws kms enable-key.",
          metric_name: "${aws_cloudwatch_log_metric_filter.cis_4_7.metric_transformation[0].name}",
          namespace: "CISBenchmark",
          statistic: "Sum",
          period: 300,
          threshold: 1,
          comparison_operator: "GreaterThanOrEqualToThreshold",
          evaluation_periods: 1,
          treat_missing_data: "notBreaching",
          actions_enabled: true,
          alarm_actions: ["${aws_sns_topic.alerts.arn}"],
        },
      },
      aws_kms_key: {
        alerts: {
          description: "Encrypts the alerts of SNS topic KMSCustomerKeyEvents. Without it they do not arrive.",
          enable_key_rotation: true,
          deletion_window_in_days: 30,
          policy: JSON.stringify(KEY_POLICY),
        },
      },
      aws_sns_topic: { alerts: { name: "KMSCustomerKeyEvents", kms_master_key_id: "${aws_kms_key.alerts.arn}" } },
      aws_sns_topic_policy: {
        alerts: { arn: "${aws_sns_topic.alerts.arn}", policy: JSON.stringify(TOPIC_POLICY) },
      },
      aws_sns_topic_subscription: {
        email_fa80862e: {
          topic_arn: "${aws_sns_topic.alerts.arn}",
          protocol: "email",
          endpoint: "security@acme.example",
        },
      },
    },
    output: {
      topic_name: { value: "KMSCustomerKeyEvents" },
      topic_arn: { value: "${aws_sns_topic.alerts.arn}" },
      cis_4_7_alarm_name: { value: "${aws_cloudwatch_metric_alarm.cis_4_7.alarm_name}" },
      cis_4_7_alarm_arn: { value: "${aws_cloudwatch_metric_alarm.cis_4_7.arn}" },
      cis_4_7_filter_name: { value: "${aws_cloudwatch_log_metric_filter.cis_4_7.name}" },
      cis_4_7_filter_log_group_arn: { value: "arn:aws:logs:eu-west-1:111111111111:log-group:trail" },
    },
  });
});

describe("stacks do not depend on", () => {
  const fleet = () => layeredFleet({ "defaults.subscriptions[1]": { protocol: "sms", endpoint: "+491701234567" } });
  const { accounts, defaults } = fleet();
  const renamed = accounts.map((account: object, at: number) => ({ ...account, name: `renamed ${at}` }));

  test.each([
    ["the order of accounts", { accounts: accounts.toReversed() }],
    ["the order of regions", { "accounts[1].regions": accounts[1].regions.toReversed() }],
    ["the order of subscriptions", { "defaults.subscriptions": defaults.subscriptions.toReversed() }],
    ["the names of accounts", { accounts: renamed }],
  ])("%s", (_, changes) => {
    const other = changed(fleet(), changes);
    expect(other).not.toEqual(fleet());
    expect(stackTexts(targetsOf(other))).toEqual(stackTexts(targetsOf(fleet())));
  });
});

test("a change of one endpoint changes one subscription of one stack", () => {
  const before = stacksOf(layeredFleet());
  const after = stacksOf(
    layeredFleet({ "accounts[0].subscriptions": [{ protocol: "email", endpoint: "new@acme.example" }] }),
  );
  const { "keywatch-111111111111-eu-west-1": touched, ...others } = after;
  const { "keywatch-111111111111-eu-west-1": given, ...same } = before;
  expect(others).toEqual(same);
  expect({ ...touched, resource: { ...touched.resource, aws_sns_topic_subscription: undefined } }).toEqual({
    ...given,
    resource: { ...given.resource, aws_sns_topic_subscription: undefined },
  });
  expect(Object.keys(touched.resource.aws_sns_topic_subscription)).toHaveLength(1);
  expect(touched.resource.aws_sns_topic_subscription).not.toEqual(given.resource.aws_sns_topic_subscription);
});
