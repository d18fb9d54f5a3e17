import { parseArn } from "../aws";
import type { Finding, Source } from "./finding";
import { broken } from "./publisher";
import type { StackView } from "./stack";
import type { Body } from "./synthesized";
import { trailLogGroups } from "./trail";

/** Metrics that AWS itself reports of what the alert path leads over, by namespace. */
const REPORTED: Readonly<
  Record<string, { readonly dimension: string; readonly names: (stack: StackView) => string[] }>
> = {
  "AWS/Logs": { dimension: "LogGroupName", names: trailLogGroups },
  "AWS/SNS": { dimension: "TopicName", names: topicNames },
  "AWS/SQS": { dimension: "QueueName", names: queueNames },
};

/** Whether AWS reports a namespace: then no filter feeds it. */
export const isReported = (namespace: unknown): boolean => String(namespace).startsWith("AWS/");

/** What is wrong with what an alarm on AWS's own metric looks at: it must be a part of the stack's alert path. */
export function reportedFindings(stack: StackView, source: Source, { namespace, dimensions }: Body): Finding[] {
  const reported = REPORTED[String(namespace)];
  if (!reported) return [];
  const { dimension } = reported;
  const name = stack.text((dimensions as Body | undefined)?.[dimension]) ?? "";
  const names = reported.names(stack);
  return names.includes(name) ? [] : [broken(source, "alarm", source, { kind: "elsewhere", dimension, name, names })];
}

/** The topics that the alarms of a stack publish to, made by it or not. */
function topicNames(stack: StackView): string[] {
  const actions = stack
    .resources("aws_cloudwatch_metric_alarm")
    .flatMap(({ body }) => [body.alarm_actions ?? []].flat());
  const arns = actions.flatMap((action) => parseArn(stack.text(action) ?? "") ?? []);
  return [...new Set(arns.filter(({ service }) => service === "sns").map(({ resource }) => resource))];
}

/** The queues that a stack makes, for what could not be delivered. */
function queueNames(stack: StackView): string[] {
  return stack.resources("aws_sqs_queue").map(({ body }) => stack.text(body.name) ?? "");
}
