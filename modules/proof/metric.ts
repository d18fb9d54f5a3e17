import type { Finding, Source } from "./finding";
import { broken } from "./publisher";
import { isReported, reportedFindings } from "./reported";
import type { Resource, StackView } from "./stack";
import type { Body } from "./synthesized";
import { trailLogGroups } from "./trail";

/** What is wrong between the trail and an alarm: who feeds its metric, and with which log group's events. */
export function metricFindings(stack: StackView, source: Source, alarm: Body): Finding[] {
  if (isReported(alarm.namespace)) return reportedFindings(stack, source, alarm);
  const metric = metricText(stack, alarm.namespace, alarm.metric_name);
  const filters = stack
    .resources("aws_cloudwatch_log_metric_filter")
    .map((filter) => ({ filter, feeds: fed(stack, filter) }));
  const feeding = filters.filter(({ feeds }) => feeds === metric);
  if (feeding.length === 0) {
    return [broken(source, "alarm", source, { kind: "unfed-metric", metric, fed: filters.map(({ feeds }) => feeds) })];
  }
  const trail = trailLogGroups(stack);
  return feeding.flatMap(({ filter }) => {
    const logGroup = stack.text(filter.body.log_group_name) ?? String(filter.body.log_group_name);
    const at = { stack: stack.id, address: filter.address };
    return trail.includes(logGroup)
      ? []
      : [broken(source, "metric filter", at, { kind: "other-log-group", logGroup, trail })];
  });
}

/** The metric of a filter; as the checkers do, only the first is looked at. */
function fed(stack: StackView, { body }: Resource): string {
  const [transformation] = [body.metric_transformation].flat() as (Body | undefined)[];
  return metricText(stack, transformation?.namespace, transformation?.name);
}

const metricText = (stack: StackView, namespace: unknown, name: unknown): string =>
  [namespace, name].map((part) => stack.text(part) ?? String(part)).join("/");
