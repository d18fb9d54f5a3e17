import { type ControlChoice, nearest, type Site } from "../config";
import { controlAddress } from "../names";
import type { Target, TargetControl } from "./target";

type Adopted = Target["adopted"];

/** What may be taken over of a target. */
type Adoptable = Pick<Target, "trail" | "topics" | "controls">;

/** The resources of a control, by the word of `adopt`, with the ids that the AWS provider imports by. */
const OF_CONTROL = {
  filter: ({ id, filter }: TargetControl, { trail }: Adoptable) => ({
    to: `aws_cloudwatch_log_metric_filter.${controlAddress(id)}`,
    id: `${trail?.logGroup}:${filter.name}`,
  }),
  alarm: ({ id, alarm }: TargetControl) => ({
    to: `aws_cloudwatch_metric_alarm.${controlAddress(id)}`,
    id: alarm.name,
  }),
} as const;

/** The resources that a target takes over: of each control what it says itself, or what the target's `adopt` says. */
export function adoptedOf({ layers }: Site, choices: readonly ControlChoice[], target: Adoptable): Adopted {
  const words = nearest(layers, "adopt")?.value ?? [];
  const own = new Map<string, readonly string[] | undefined>(choices.map(({ id, adopt }) => [id, adopt]));
  const ofControls = (["filter", "alarm"] as const).flatMap((word) =>
    target.controls
      .filter(({ id }) => (own.get(id) ?? words).includes(word))
      .map((control) => OF_CONTROL[word](control, target)),
  );
  return [...ofControls, ...(words.includes("topic") ? madeTopics(target) : [])];
}

const madeTopics = ({ topics }: Adoptable): Adopted =>
  topics.flatMap(({ kind, address, arn }) => (kind === "made" ? [{ to: `aws_sns_topic.${address}`, id: arn }] : []));
