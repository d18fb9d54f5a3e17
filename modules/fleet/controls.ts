import { fill, type Place } from "../aws";
import { type ControlChoice, nearest, type Site } from "../config";
import { type AlarmSpec, fillPattern, type PatternValues } from "../controls";
import { actionsOf } from "./actions";
import { alarmText } from "./alarm-text";
import type { Target, TargetControl } from "./target";
import { topicFor } from "./topics";

/** What a target has around its controls. */
type Surroundings = Pick<Target, "role" | "trail" | "topics">;

/** The chosen controls of a site, each with the topic and the actions of its alarm. */
export function controlsOf(site: Site, choices: readonly ControlChoice[], surroundings: Surroundings): TargetControl[] {
  const actions = actionsOf(site);
  const values = patternValues(site, surroundings);
  return choices.map((choice) => ({
    id: choice.id,
    severity: choice.severity,
    filter: { ...choice.filter, pattern: choice.ownPattern ?? fillPattern(choice.filter.pattern, values) },
    alarm: alarmOf(choice, site),
    topic: topicFor(surroundings.topics, choice.severity),
    ...actions,
  }));
}

/** Stands for a role or a topic that a target does not have: no ARN is equal to it. */
const NONE = "none";

/** What the placeholders of patterns stand for in a target. */
export const patternValues = (
  { account, region }: Pick<Place, "account" | "region">,
  { role, trail, topics: [common] }: Surroundings,
): PatternValues => ({
  account,
  region,
  role: role?.arn ?? NONE,
  topic: common?.arn ?? NONE,
  logGroup: trail?.logGroup ?? NONE,
});

function alarmOf(choice: ControlChoice, site: Site): AlarmSpec {
  const { alarm } = choice;
  return {
    ...alarm,
    name: fill(alarm.name, site),
    description: fill(alarm.description ?? standardText(choice, site), site),
  };
}

const standardText = ({ id, label, subject, meaning, response }: ControlChoice, site: Site): string =>
  alarmText({ id, label }, [meaning, reachOf(subject, site), response], site);

/** Where that may be of which an alarm tells. */
function reachOf(subject: string, { layers }: Site): string {
  const trail = nearest(layers, "trail")?.value;
  return trail && "organization" in trail && trail.organization
    ? `The trail is the organization's: the ${subject} may be in any of its accounts and regions.`
    : `The ${subject} may be in any region that the trail records.`;
}
