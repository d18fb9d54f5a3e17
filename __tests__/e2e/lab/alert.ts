import { DescribeAlarmsCommand, PutMetricDataCommand, type StateValue } from "@aws-sdk/client-cloudwatch";
import { DeleteMessageCommand, ReceiveMessageCommand } from "@aws-sdk/client-sqs";
import type { Account } from "./accounts";
import { eventually, type Patience } from "./eventually";
import type { Queue } from "./ground";

/** Where a metric filter counts. */
export interface Metric {
  readonly namespace: string;
  readonly name: string;
}

/** A message that a topic delivered: the fields of SNS, with the alarm's own inside `Message` as JSON. */
export interface Delivered {
  readonly TopicArn: string;
  readonly Subject: string;
  readonly Message: string;
}

/** Puts a value on a metric, as a metric filter does for a log event that matches. */
export async function putDatum({ cloudwatch }: Account, { namespace, name }: Metric, value = 1): Promise<void> {
  await cloudwatch.send(
    new PutMetricDataCommand({
      Namespace: namespace,
      MetricData: [{ MetricName: name, Value: value, Timestamp: new Date() }],
    }),
  );
}

/** The state of an alarm; fails when there is none of that name. */
export async function readAlarmState({ cloudwatch }: Account, name: string): Promise<StateValue> {
  const { MetricAlarms } = await cloudwatch.send(new DescribeAlarmsCommand({ AlarmNames: [name] }));
  const state = MetricAlarms?.[0]?.StateValue;
  if (state === undefined) throw new Error(`no alarm ${name}`);
  return state;
}

/** Waits for the next message of a queue and takes it out. */
export function receive({ sqs }: Account, { url, arn }: Queue, patience?: Patience): Promise<Delivered> {
  const probe = async () => {
    const { Messages } = await sqs.send(new ReceiveMessageCommand({ QueueUrl: url, WaitTimeSeconds: 1 }));
    const message = Messages?.[0];
    if (message?.Body === undefined) return undefined;
    await sqs.send(new DeleteMessageCommand({ QueueUrl: url, ReceiptHandle: message.ReceiptHandle }));
    return JSON.parse(message.Body) as Delivered;
  };
  return eventually(`a message in ${arn}`, probe, patience);
}
