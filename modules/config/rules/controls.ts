import { fill } from "../../aws";
import { type ControlChoice, chosenControls } from "../controls";
import { nearest } from "../layers";
import type { Path, Problem } from "../problem";
import type { Site } from "../sites";
import { chosenTopics, hubOf } from "../topics";
import type { SiteRule } from "./rule";

/** Something is watched, by controls or the fast path, unless the site is there as a hub alone; alarms' numbers are possible. */
export const controlsFit: SiteRule = (site, _, sites) => {
  const found = nearest(site.layers, "controls");
  const controls = chosenControls(found);
  const path = found?.path ?? [];
  if (controls.length > 0) {
    return controls.flatMap((control) => {
      const at = [...path, control.id, "alarm"];
      return [...alarmFits(control, at), ...textsFit(control, site, at)];
    });
  }
  if (nearest(site.layers, "fastPath")?.value || hubAccounts(sites).has(site.account)) return [];
  return [
    {
      path,
      message: "Every control is switched off: nothing would be watched.",
      expected: "one control or more that is on, or the fast path",
      remedy: 'Set "cis-4.7": true or fastPath: true, or remove the account or region.',
    },
  ];
};

/** Ids of the accounts whose topics others publish to. */
function hubAccounts(sites: readonly Site[]): Set<string> {
  const hubs = sites.flatMap((site) =>
    chosenTopics(site.layers).flatMap((choice) => hubOf(choice, site.account) ?? []),
  );
  return new Set(hubs);
}

/** Seconds that an alarm may look back: a week, and a day where its period is shorter than an hour (API `PutMetricAlarm`). */
const longestLook = (period: number): number => (period < 3600 ? 86_400 : 604_800);

function alarmFits({ alarm }: ControlChoice, path: Path): Problem[] {
  const look = alarm.period * alarm.evaluationPeriods;
  return [
    ...(look <= longestLook(alarm.period)
      ? []
      : [
          {
            path: [...path, "evaluationPeriods"],
            message: `${alarm.evaluationPeriods} periods of ${alarm.period} seconds are ${look} seconds.`,
            expected: `at most ${longestLook(alarm.period)} seconds together`,
            remedy: "Take a shorter period or fewer evaluation periods.",
          },
        ]),
    ...((alarm.datapointsToAlarm ?? 0) <= alarm.evaluationPeriods
      ? []
      : [
          {
            path: [...path, "datapointsToAlarm"],
            message: `${alarm.datapointsToAlarm} data points cannot come from ${alarm.evaluationPeriods} periods.`,
            expected: "at most as many data points as evaluation periods",
            remedy: "Raise evaluationPeriods or lower datapointsToAlarm.",
          },
        ]),
  ];
}

/** Characters that CloudWatch takes (API `PutMetricAlarm`). */
const MOST_CHARACTERS = { name: 255, description: 1024 } as const;

/** An alarm's texts are short enough also when their placeholders are filled in. */
function textsFit({ alarm }: ControlChoice, site: Site, path: Path): Problem[] {
  return (["name", "description"] as const).flatMap((key) => {
    const length = [...fill(alarm[key] ?? "", site)].length;
    if (length <= MOST_CHARACTERS[key]) return [];
    return [
      {
        path: [...path, key],
        message: `With its placeholders filled in, the text has ${length} characters.`,
        expected: `at most ${MOST_CHARACTERS[key]} characters`,
        remedy: "Shorten it.",
      },
    ];
  });
}
