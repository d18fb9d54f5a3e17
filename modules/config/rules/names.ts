import { fill } from "../../aws";
import { defaultTopicName } from "../../names";
import { type ControlChoice, chosenControls } from "../controls";
import { nearest } from "../layers";
import type { Problem } from "../problem";
import type { Site } from "../sites";
import { chosenTopics, type TopicChoice } from "../topics";
import { eachRepeated } from "./rule";
import type { SiteRule } from "./sites";

const REMEDY = "Change one of the two names.";

/** No two things of a target have one name in AWS: the second would overwrite the first without a word. */
export const namesAreApart: SiteRule = (site) => [
  ...topicNames(site),
  ...controlNames(site, "alarm", ({ alarm }) => fill(alarm.name, site)),
  ...controlNames(site, "metric filter", ({ filter }) => filter.name),
];

function topicNames(site: Site): Problem[] {
  return eachRepeated(
    chosenTopics(site.layers),
    (choice) => madeName(choice, site),
    (choice) => ({
      path: choice.topic.path,
      message: `Two topics would be made with the name ${madeName(choice, site)}.`,
      expected: "a name of its own for every topic of a severity",
      remedy: REMEDY,
    }),
  );
}

/** The name of a topic that the site makes. */
function madeName({ severity, topic: { value } }: TopicChoice, site: Site): string | undefined {
  if ("arn" in value || ("hub" in value && value.hub !== site.account)) return undefined;
  return ("name" in value && value.name) || defaultTopicName(severity);
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
