import { ruleArn, SERVICE } from "../aws";
import type { Source } from "./finding";
import { broken, destinationsOf, open, type Publisher } from "./publisher";
import type { Resource, StackView } from "./stack";
import type { Body } from "./synthesized";

/** The EventBridge rules of a stack. */
export function rulesOf(stack: StackView): Publisher[] {
  const targets = stack.resources("aws_cloudwatch_event_target").map(({ body }) => body);
  return stack.resources("aws_cloudwatch_event_rule").map((rule) => ruleOf(stack, rule, targets));
}

function ruleOf(stack: StackView, { address, body }: Resource, targets: readonly Body[]): Publisher {
  const source: Source = { stack: stack.id, address, account: stack.at.account };
  const rule = pathOf(stack, body.event_bus_name, body.name);
  const own = targets.filter((target) => pathOf(stack, target.event_bus_name, target.rule) === rule);
  return {
    stack,
    source,
    service: SERVICE.events,
    arn: ruleArn(stack.at, rule),
    destinations: destinationsOf(stack, own.map(destination)),
    findings: [
      ...(own.length > 0 ? [] : [broken(source, "action", source, { kind: "no-topic" })]),
      ...(body.state === "DISABLED" || body.is_enabled === false ? [open(source, { kind: "silenced" })] : []),
    ],
  };
}

const destination = ({ arn, role_arn, dead_letter_config }: Body) => ({
  arn,
  role: role_arn,
  deadLetters: (dead_letter_config as Body | undefined)?.arn,
});

/** A rule as its ARN names it: rules of another bus than the default one have that in front. */
function pathOf(stack: StackView, bus: unknown, name: unknown): string {
  const busName = bus === undefined ? "default" : stack.text(bus);
  return [...(busName === "default" ? [] : [busName]), stack.text(name)].join("/");
}
