import { parseArn } from "../aws";
import { TRAIL_ADDRESS } from "../names";
import type { StackView } from "./stack";

/** The log groups that trails write to: of trails that the stack makes, and the one whose existence it checks. */
export function trailLogGroups(stack: StackView): string[] {
  const made = stack.resources("aws_cloudtrail").flatMap(({ body }) => {
    const arn = parseArn(stack.text(body.cloud_watch_logs_group_arn) ?? "");
    return arn ? [arn.resource.replace(/^log-group:/, "").replace(/:\*$/, "")] : [];
  });
  const checked = stack.data("aws_cloudwatch_log_groups", TRAIL_ADDRESS);
  return [...made, ...(checked ? [stack.text(checked.log_group_name_prefix) ?? ""] : [])];
}
