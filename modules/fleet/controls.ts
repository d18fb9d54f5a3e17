import { fill, type Place } from "../aws";
import { type ControlChoice, chosenControls, nearest, type Site } from "../config";
import type { AlarmSpec } from "../controls";
import { topicAddress } from "../names";
import type { TargetControl, TargetTopic } from "./target";

/** The controls that are on in a site, each with the topic and the actions of its alarm. */
export function controlsOf(site: Site, topics: readonly TargetTopic[]): TargetControl[] {
  const trail = nearest(site.layers, "trail")?.value;
  const actions = nearest(site.layers, "actions")?.value;
  const reach = trail && "organization" in trail && trail.organization ? ORGANIZATION : ACCOUNT;
  const arns = (templates: readonly string[] = []) => templates.map((template) => fill(template, site));
  return chosenControls(nearest(site.layers, "controls")).map((choice) => {
    const own = topicAddress(choice.severity);
    return {
      id: choice.id,
      severity: choice.severity,
      filter: choice.filter,
      alarm: alarmOf(choice, site, reach),
      topic: topics.some(({ address }) => address === own) ? own : topicAddress(),
      notifyOk: actions?.notifyOk ?? false,
      further: { alarm: arns(actions?.alarm), ok: arns(actions?.ok) },
    };
  });
}

/** Where the key may be, of which an alarm tells. */
const ACCOUNT = "The key may be in any region that the trail records.";
const ORGANIZATION = "The trail is the organization's: the key may be in any of its accounts and regions.";

function alarmOf({ label, alarm, meaning, response }: ControlChoice, place: Place, reach: string): AlarmSpec {
  const standard = `${label}, account ${place.account}, alarm in ${place.region}. ${meaning} ${reach} ${response}`;
  return { ...alarm, name: fill(alarm.name, place), description: fill(alarm.description ?? standard, place) };
}
