import { PutMetricAlarmCommand } from "@aws-sdk/client-cloudwatch";
import { PutMetricFilterCommand } from "@aws-sdk/client-cloudwatch-logs";
import { CreateKeyCommand } from "@aws-sdk/client-kms";
import { CreateTopicCommand, SetTopicAttributesCommand, SubscribeCommand } from "@aws-sdk/client-sns";
import { localityOf, type Target } from "../../modules/fleet";
import { keyPolicy } from "../../modules/notify/key-policy";
import { topicPolicy } from "../../modules/notify/topic-policy";
import type { Account } from "../e2e/lab/accounts";

/** Makes by API calls what the stack of a target makes, so that hundreds are there in a minute. */
export async function deployByApi(account: Account, target: Target): Promise<void> {
  const at = localityOf(target);
  for (const topic of target.topics) {
    if (topic.kind !== "made") continue;
    const Policy = JSON.stringify(keyPolicy(topic.publishers, [], at));
    const { KeyMetadata } = await account.kms.send(new CreateKeyCommand({ Policy }));
    const { TopicArn } = await account.sns.send(new CreateTopicCommand({ Name: topic.name }));
    const attributes = { KmsMasterKeyId: KeyMetadata?.Arn, Policy: JSON.stringify(topicPolicy(topic, at)) };
    for (const [AttributeName, AttributeValue] of Object.entries(attributes)) {
      await account.sns.send(new SetTopicAttributesCommand({ TopicArn, AttributeName, AttributeValue }));
    }
    for (const { protocol, endpoint } of topic.subscriptions) {
      await account.sns.send(new SubscribeCommand({ TopicArn, Protocol: protocol, Endpoint: String(endpoint) }));
    }
  }
  for (const { filter, alarm, topic } of target.controls) {
    const { metric } = filter;
    await account.logs.send(
      new PutMetricFilterCommand({
        logGroupName: target.trail?.logGroup,
        filterName: filter.name,
        filterPattern: filter.pattern,
        metricTransformations: [
          { metricName: metric.name, metricNamespace: metric.namespace, metricValue: metric.value },
        ],
      }),
    );
    await account.cloudwatch.send(
      new PutMetricAlarmCommand({
        AlarmName: alarm.name,
        Namespace: metric.namespace,
        MetricName: metric.name,
        Statistic: alarm.statistic,
        Period: alarm.period,
        Threshold: alarm.threshold,
        ComparisonOperator: alarm.comparison,
        EvaluationPeriods: alarm.evaluationPeriods,
        TreatMissingData: alarm.missingData,
        AlarmActions: target.topics.flatMap(({ address, arn }) => (address === topic ? [arn] : [])),
      }),
    );
  }
}
