import { alarmArn, SERVICE } from "../aws";
import type { Finding, Source } from "./finding";
import { metricFindings } from "./metric";
import { broken, destinationsOf, isTopic, open, type Publisher } from "./publisher";
import type { Resource, StackView } from "./stack";
import type { Body } from "./synthesized";

/** The alarms of a stack. */
export const alarmsOf = (stack: StackView): Publisher[] =>
  stack.resources("aws_cloudwatch_metric_alarm").map((alarm) => alarmOf(stack, alarm));

function alarmOf(stack: StackView, { address, body }: Resource): Publisher {
  const source: Source = { stack: stack.id, address, account: stack.at.account };
  return {
    stack,
    source,
    service: SERVICE.cloudwatch,
    arn: alarmArn(stack.at, stack.text(body.alarm_name) ?? ""),
    destinations: destinationsOf(stack, [
      ...actions(body.alarm_actions),
      ...actions(body.ok_actions),
      ...actions(body.insufficient_data_actions),
    ]),
    findings: [...metricFindings(stack, source, body), ...actionFindings(stack, source, body)],
  };
}

const actions = (list: unknown) => [list ?? []].flat().map((arn) => ({ arn }));

/** An alarm must publish when it fires; that its actions are switched off is the owner's choice, and is told. */
function actionFindings(stack: StackView, source: Source, { alarm_actions, actions_enabled }: Body): Finding[] {
  const firing = destinationsOf(stack, actions(alarm_actions));
  return [
    ...(firing.some((action) => isTopic(action) || "dangling" in action.to)
      ? []
      : [broken(source, "action", source, { kind: "no-topic" })]),
    ...(actions_enabled === false ? [open(source, { kind: "silenced" })] : []),
  ];
}
