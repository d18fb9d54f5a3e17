import type { Step } from "../result";
import { action } from "./action";
import { alarm } from "./alarm";
import { bus } from "./bus";
import { chat } from "./chat";
import { fastPath } from "./fast-path";
import { filter } from "./filter";
import type { Link, Look, Ruling, StepSpec } from "./link";
import { liveness } from "./liveness";
import { logGroup } from "./log-group";
import { roles } from "./roles";
import { stackSet } from "./stack-set";
import { subscriptions } from "./subscriptions";
import { topic } from "./topic";
import { topicKey } from "./topic-key";
import { trail } from "./trail";
import { undelivered } from "./undelivered";
import { views } from "./views";

export type { FleetLook, Link, StepSpec } from "./link";

/** The way from an event to a person. What is added to targets gets its link here. */
export const LINKS: readonly Link[] = [
  trail,
  logGroup,
  filter,
  alarm,
  action,
  fastPath,
  undelivered,
  bus,
  stackSet,
  roles,
  topic,
  topicKey,
  subscriptions,
  chat,
  liveness,
  views,
];

/** Walks a target's links by what was seen of it. */
export const judge = (look: Look): Step[] =>
  LINKS.flatMap(({ steps, judge }) => judge(look).map((ruling) => stepOf(steps[ruling.id] as StepSpec, ruling)));

/** A ruling as the audit tells it. */
export function stepOf({ title, expected, remedy, otherwise }: StepSpec, ruling: Ruling): Step {
  const { id, control, resource, at } = ruling;
  const about = { id, control, title, resource, at };
  if ("fault" in ruling) {
    return { ...about, verdict: "unknown", evidence: ruling.fault.message, expected, remedy: ruling.fault.remedy };
  }
  if (ruling.holds) return { ...about, verdict: "pass", evidence: ruling.evidence };
  return {
    ...about,
    verdict: ruling.otherwise ?? otherwise,
    evidence: ruling.evidence,
    expected: ruling.expected ?? expected,
    remedy: ruling.remedy ?? remedy,
  };
}
