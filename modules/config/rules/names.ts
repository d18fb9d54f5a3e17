import { fill } from "../../aws";
import { livenessAlarmName, topicAddress } from "../../names";
import { type ControlChoice, chosenControls } from "../controls";
import { nearest } from "../layers";
import { chosenLiveness } from "../liveness";
import type { Problem } from "../problem";
import type { Site } from "../sites";
import { chosenTopics, madeTopicName } from "../topics";
import { eachRepeated, type SiteRule } from "./rule";

const REMEDY = "Change one of the two names.";

/** No two things of a target have one name in AWS: the second would overwrite the first without a word. */
export const namesAreApart: SiteRule = (site) => [
  ...topicNames(site),
  ...livenessNames(site),
  ...controlNames(site, "alarm", ({ alarm }) => fill(alarm.name, site)),
  ...controlNames(site, "metric filter", ({ filter }) => filter.name),
];

function topicNames(site: Site): Problem[] {
  return eachRepeated(
    chosenTopics(site.layers),
    (choice) => madeTopicName(choice, site.account),
    (choice) => ({
      path: choice.topic.path,
      message: `Two topics would be made with the name ${madeTopicName(choice, site.account)}.`,
      expected: "a name of its own for every topic of a severity",
      remedy: REMEDY,
    }),
  );
}

function livenessNames(site: Site): Problem[] {
  const found = nearest(site.layers, "controls");
  const topics = chosenTopics(site.layers).map(({ severity }) => topicAddress(severity));
  const taken = chosenLiveness(nearest(site.layers, "liveness")?.value)?.checks.flatMap(({ alarm, metric }) =>
    metric.dimension === "TopicName" ? topics.map((topic) => livenessAlarmName(alarm.name, topic)) : [alarm.name],
  );
  return chosenControls(found)
    .filter(({ alarm }) => taken?.includes(fill(alarm.name, site)))
    .map(({ id, alarm }) => ({
      path: [...(found?.path ?? []), id],
      message: `The alarm of ${id} has the name of one that \`liveness\` makes: ${fill(alarm.name, site)}.`,
      expected: "a name of its own for every alarm",
      remedy: "Change the name of the control's alarm.",
    }));
}

function controlNames(site: Site, what: string, nameOf: (control: ControlChoice) => string): Problem[] {
  const found = nearest(site.layers, "controls");
  const controls = chosenControls(found);
  return eachRepeated(controls, nameOf, (control, _, earlier) => ({
    path: [...(found?.path ?? []), control.id],
    message: `The ${what} of ${control.id} has the name of that of ${controls[earlier]?.id}: ${nameOf(control)}.`,
    expected: `a name of its own for every ${what}`,
    remedy: REMEDY,
  }));
}
