import { controlAddress } from "../names";
import type { Target, TargetControl, TargetTopic, TargetTrail } from "./target";

type Adopted = Target["adopted"];

/** What each word of `adopt` takes over, with the ids that the AWS provider imports by. */
const ADOPTIONS: Readonly<
  Record<
    string,
    (trail: TargetTrail | undefined, topics: readonly TargetTopic[], controls: readonly TargetControl[]) => Adopted
  >
> = {
  filter: (trail, _, controls) =>
    controls.map(({ id, filter }) => ({
      to: `aws_cloudwatch_log_metric_filter.${controlAddress(id)}`,
      id: `${trail?.logGroup}:${filter.name}`,
    })),
  alarm: (_trail, _topics, controls) =>
    controls.map(({ id, alarm }) => ({ to: `aws_cloudwatch_metric_alarm.${controlAddress(id)}`, id: alarm.name })),
  topic: (_, topics) =>
    topics.flatMap(({ kind, address, arn }) => (kind === "made" ? [{ to: `aws_sns_topic.${address}`, id: arn }] : [])),
};

/** The resources that a target takes over. */
export function adoptedBy(
  words: readonly string[],
  trail: TargetTrail | undefined,
  topics: readonly TargetTopic[],
  controls: readonly TargetControl[],
): Adopted {
  return Object.keys(ADOPTIONS)
    .filter((word) => words.includes(word))
    .flatMap((word) => ADOPTIONS[word]?.(trail, topics, controls) ?? []);
}
