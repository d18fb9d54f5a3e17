import { CloudwatchLogMetricFilter } from "@cdktf/provider-aws/lib/cloudwatch-log-metric-filter";
import { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import { DataAwsCloudwatchLogGroups } from "@cdktf/provider-aws/lib/data-aws-cloudwatch-log-groups";
import { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { SnsTopic } from "@cdktf/provider-aws/lib/sns-topic";
import { SnsTopicPolicy } from "@cdktf/provider-aws/lib/sns-topic-policy";
import { SnsTopicSubscription } from "@cdktf/provider-aws/lib/sns-topic-subscription";
import { App, S3Backend, TerraformOutput, TerraformStack } from "cdktf";

/*
 * What somebody writes without Keywatch: one CDKTF program, everything hard-coded in a loop, nothing checked. It
 * declares what Keywatch declares for the same fleet; the bench compares the two before it measures.
 *
 * `node bin/ts.js __tests__/bench/bare.ts <number of accounts>`
 */
const size = Number(process.argv[2]);
const region = "eu-west-1";
const logGroup = "aws-controltower/CloudTrailLogs";
const app = new App({ stackTraces: false });

for (let index = 0; index < size; index++) {
  const account = String(111111111111 + index);
  const stack = new TerraformStack(app, `keywatch-${account}-${region}`);

  new S3Backend(stack, {
    bucket: "acme-terraform-state",
    key: `keywatch/${account}/${region}.tfstate`,
    region,
    encrypt: true,
  });
  stack.addOverride("terraform.backend.s3.use_lockfile", true);
  stack.addOverride("terraform.required_version", ">= 1.10.0");
  stack.addOverride("terraform.required_providers.aws", { source: "hashicorp/aws", version: ">= 5.100.0, < 7.0.0" });
  new AwsProvider(stack, "aws", {
    region,
    allowedAccountIds: [account],
    assumeRole: [{ roleArn: `arn:aws:iam::${account}:role/keywatch-deploy` }],
    defaultTags: [{ tags: { owner: "security" } }],
  });
  new DataAwsCloudwatchLogGroups(stack, "trail", {
    logGroupNamePrefix: logGroup,
    lifecycle: {
      postcondition: [
        {
          condition: `\${contains(self.log_group_names, "${logGroup}")}`,
          errorMessage: `Account ${account} has no log group ${logGroup} in ${region}.`,
        },
      ],
    },
  });

  const key = new KmsKey(stack, "key", {
    description: "Encrypts the alerts of SNS topic KMSCustomerKeyEvents.",
    enableKeyRotation: true,
    deletionWindowInDays: 30,
    policy: JSON.stringify(keyPolicy(account)),
  });
  key.overrideLogicalId("alerts");
  const topic = new SnsTopic(stack, "alerts", { name: "KMSCustomerKeyEvents", kmsMasterKeyId: key.arn });
  const policy = new SnsTopicPolicy(stack, "policy", {
    arn: topic.arn,
    policy: JSON.stringify(topicPolicy(account)),
  });
  policy.overrideLogicalId("alerts");
  new SnsTopicSubscription(stack, "email_fa80862e", {
    topicArn: topic.arn,
    protocol: "email",
    endpoint: "security@acme.example",
  });
  new SnsTopicSubscription(stack, "https_e9f083ce", {
    topicArn: topic.arn,
    protocol: "https",
    endpoint: "https://alerts.acme.example/keywatch",
  });

  const filter = new CloudwatchLogMetricFilter(stack, "filter", {
    name: "KMSCustomerKeyDisableOrDeleteEvents",
    logGroupName: logGroup,
    pattern: "{($.eventSource = kms.amazonaws.com) && (($.eventName=DisableKey) || ($.eventName=ScheduleKeyDeletion))}",
    metricTransformation: {
      name: "KMSCustomerKeyDisableOrDeleteEvents",
      namespace: "CISBenchmark",
      value: "1",
    },
  });
  filter.overrideLogicalId("cis_4_7");
  const alarm = new CloudwatchMetricAlarm(stack, "alarm", {
    alarmName: "KMSCustomerKeyDisableOrDeleteAlarm",
    alarmDescription:
      `CIS AWS Foundations 4.7, account ${account}, alarm in ${region}. A customer managed KMS key was disabled or ` +
      "scheduled for deletion: what it encrypts becomes unreadable, after the waiting period for good. Find DisableKey " +
      "and ScheduleKeyDeletion in CloudTrail: key and caller.",
    namespace: "CISBenchmark",
    metricName: filter.metricTransformation.name,
    statistic: "Sum",
    period: 300,
    threshold: 1,
    comparisonOperator: "GreaterThanOrEqualToThreshold",
    evaluationPeriods: 1,
    treatMissingData: "notBreaching",
    actionsEnabled: true,
    alarmActions: [topic.arn],
  });
  alarm.overrideLogicalId("cis_4_7");

  new TerraformOutput(stack, "topic_name", { value: "KMSCustomerKeyEvents" });
  new TerraformOutput(stack, "topic_arn", { value: topic.arn });
  new TerraformOutput(stack, "cis_4_7_alarm_name", { value: alarm.alarmName });
  new TerraformOutput(stack, "cis_4_7_alarm_arn", { value: alarm.arn });
  new TerraformOutput(stack, "cis_4_7_filter_name", { value: filter.name });
  new TerraformOutput(stack, "cis_4_7_filter_log_group_arn", {
    value: `arn:aws:logs:${region}:${account}:log-group:${logGroup}`,
  });
}

app.synth();

function keyPolicy(account: string) {
  const use = ["kms:Decrypt", "kms:GenerateDataKey*"];
  return {
    Version: "2012-10-17",
    Statement: [
      {
        Sid: "AccountAdministers",
        Effect: "Allow",
        Principal: { AWS: `arn:aws:iam::${account}:root` },
        Action: "kms:*",
        Resource: "*",
      },
      {
        Sid: "OnlyKeepersEndIt",
        Effect: "Deny",
        Principal: "*",
        Action: ["kms:DisableKey", "kms:ScheduleKeyDeletion", "kms:PutKeyPolicy"],
        Resource: "*",
        Condition: { ArnNotLike: { "aws:PrincipalArn": [`arn:aws:iam::${account}:role/keywatch-deploy`] } },
      },
      {
        Sid: "AlarmsUse",
        Effect: "Allow",
        Principal: { Service: "cloudwatch.amazonaws.com" },
        Action: use,
        Resource: "*",
        Condition: {
          StringEquals: { "aws:SourceAccount": [account] },
          ArnLike: { "aws:SourceArn": `arn:aws:cloudwatch:${region}:*:alarm:*` },
        },
      },
      { Sid: "RulesUse", Effect: "Allow", Principal: { Service: "events.amazonaws.com" }, Action: use, Resource: "*" },
    ],
  };
}

function topicPolicy(account: string) {
  const Resource = `arn:aws:sns:${region}:${account}:KMSCustomerKeyEvents`;
  return {
    Version: "2012-10-17",
    Statement: [
      {
        Sid: "AlarmsPublish",
        Effect: "Allow",
        Principal: { Service: "cloudwatch.amazonaws.com" },
        Action: "sns:Publish",
        Resource,
        Condition: {
          StringEquals: { "aws:SourceAccount": [account] },
          ArnLike: { "aws:SourceArn": `arn:aws:cloudwatch:${region}:*:alarm:*` },
        },
      },
      {
        Sid: "RulesPublish",
        Effect: "Allow",
        Principal: { Service: "events.amazonaws.com" },
        Action: "sns:Publish",
        Resource,
        Condition: {
          StringEqualsIfExists: { "aws:SourceAccount": [account] },
          ArnLikeIfExists: { "aws:SourceArn": `arn:aws:events:${region}:*:rule/*` },
        },
      },
      {
        Sid: "SecurityHubSeesSubscriptions",
        Effect: "Allow",
        Principal: { AWS: [`arn:aws:iam::${account}:root`] },
        Action: "sns:ListSubscriptionsByTopic",
        Resource,
        Condition: {
          ArnLike: {
            "aws:PrincipalArn":
              "arn:aws:iam::*:role/aws-service-role/securityhub.amazonaws.com/AWSServiceRoleForSecurityHub",
          },
        },
      },
      {
        Sid: "OnlyTls",
        Effect: "Deny",
        Principal: "*",
        Action: "sns:Publish",
        Resource,
        Condition: { Bool: { "aws:SecureTransport": "false" } },
      },
    ],
  };
}
