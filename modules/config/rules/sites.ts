import { fill, parseArn } from "../../aws";
import { chosenControls } from "../controls";
import type { Draft } from "../draft";
import { type Found, isMissing, mergedTags, nearest } from "../layers";
import { type Path, type Problem, pathText } from "../problem";
import type { Settings, Subscription } from "../schema";
import { type Site, sitesOf } from "../sites";
import { unknownRegion } from "./regions";
import { eachOf, eachRepeated, type Rule } from "./rule";

/** What must hold of the settings of every account and region, found once for all that share a setting. */
const SITE_RULES: readonly ((site: Site, draft: Draft) => Problem[])[] = [
  trailIsGiven,
  roleFits,
  topicFits,
  subscriptionsFit,
  tagsFit,
  controlsFit,
];

export const sitesAreComplete: Rule = (draft) => {
  const sites = sitesOf(draft);
  return sharedOnce(
    sites.flatMap((site) => SITE_RULES.flatMap((rule) => rule(site, draft).map((problem) => ({ site, problem })))),
  );
};

/** Tells a problem that several sites have in the same place once, and of which sites it is true. */
function sharedOnce(findings: readonly { site: Site; problem: Problem }[]): Problem[] {
  const groups = new Map<string, { problem: Problem; sites: Set<string> }>();
  for (const { site, problem } of findings) {
    const key = JSON.stringify([problem.path, problem.message]);
    const group = groups.get(key) ?? { problem, sites: new Set() };
    groups.set(key, group);
    group.sites.add(`${site.account}/${site.region}`);
  }
  return [...groups.values()].map(({ problem, sites }) => ({
    ...problem,
    message: `${problem.message} ${whereText([...sites])}`,
  }));
}

function whereText(sites: readonly string[]): string {
  const further = sites.length > 3 ? ` and ${sites.length - 3} more` : "";
  return `(in ${sites.slice(0, 3).join(", ")}${further})`;
}

function trailIsGiven(site: Site, draft: Draft): Problem[] {
  if (!isMissing(draft, site.layers, "trail")) return [];
  return [
    {
      path: ["accounts", site.index, "trail"],
      message: "No trail is given.",
      expected: "`trail` in the account, its overrides or `defaults`",
      remedy:
        'Add trail: { logGroup: "aws-controltower/CloudTrailLogs" } with the log group that CloudTrail writes to.',
    },
  ];
}

function roleFits(site: Site): Problem[] {
  const found = nearest(site.layers, "role");
  if (!found) return [];
  const { arn, stsRegion } = typeof found.value === "string" ? { arn: found.value, stsRegion: undefined } : found.value;
  const path = typeof found.value === "string" ? found.path : [...found.path, "arn"];
  const parts = parseArn(fill(arn, site));
  return [
    ...partitionFits(site, arn, path),
    ...(parts === undefined || parts.accountId === site.account
      ? []
      : [
          {
            path,
            message: `The role is in account ${parts.accountId}, not in the account that it is for.`,
            expected: "a role of each target's own account",
            remedy: `Write {account} in place of ${parts.accountId}, or give that account a role of its own.`,
          },
        ]),
    ...(stsRegion === undefined ? [] : unknownRegion(stsRegion, [...found.path, "stsRegion"])),
  ];
}

function topicFits(site: Site): Problem[] {
  const found = nearest(site.layers, "topic");
  if (!found || !("arn" in found.value)) return [];
  const { arn } = found.value;
  const path = [...found.path, "arn"];
  const region = parseArn(fill(arn, site))?.region;
  return [
    ...partitionFits(site, arn, path),
    ...(region === site.region
      ? []
      : [
          {
            path,
            message: `The topic is in ${region}: an alarm reaches only a topic of its own region.`,
            expected: "a topic in the target's region",
            remedy: `Write {region} in place of ${region}, or give the region a topic of its own in \`overrides\`.`,
          },
        ]),
  ];
}

function partitionFits(site: Site, template: string, path: Path): Problem[] {
  const partition = parseArn(fill(template, site))?.partition;
  if (partition === undefined || partition === site.partition) return [];
  return [
    {
      path,
      message: `The ARN is of partition ${partition}, the region of ${site.partition}.`,
      expected: `an ARN that starts with arn:${site.partition}:`,
      remedy: `Write {partition} in place of ${partition}.`,
    },
  ];
}

function subscriptionsFit(site: Site): Problem[] {
  const found = nearest(site.layers, "subscriptions");
  if (!found) return [];
  const at = (index: number, key: string) => [...found.path, index, key];
  return [
    ...eachOf(found.value, (subscription, index) =>
      arnsOf(subscription).flatMap(([key, arn]) => partitionFits(site, arn, at(index, key))),
    ),
    ...eachRepeated(found.value, endpointKey(site), (_, index, earlier) => ({
      path: at(index, "endpoint"),
      message: `This endpoint is subscribed before, at ${pathText([...found.path, earlier])}.`,
      expected: "every protocol and endpoint once",
      remedy: "Remove one of the two.",
    })),
  ];
}

/** What makes two subscriptions of a topic the same one for SNS. */
export const endpointKey =
  (site: Site) =>
  ({ protocol, endpoint }: Subscription): string =>
    JSON.stringify([protocol, typeof endpoint === "string" ? fill(endpoint, site) : endpoint]);

function arnsOf(subscription: Subscription): [string, string][] {
  return Object.entries(subscription).filter(
    (entry): entry is [string, string] => typeof entry[1] === "string" && entry[1].startsWith("arn:"),
  );
}

/** AWS allows 50 tags on a resource. */
const MOST_TAGS = 50;

function tagsFit(site: Site): Problem[] {
  const number = Object.keys(mergedTags(site.layers)).length;
  if (number <= MOST_TAGS) return [];
  return [
    {
      path: site.layers.find(({ settings }) => settings.tags)?.path.concat("tags") ?? [],
      message: `There are ${number} tags, those of all levels together.`,
      expected: `at most ${MOST_TAGS} tags`,
      remedy: "Remove tags here or in `defaults`.",
    },
  ];
}

/** Seconds that an alarm may look back: a week, and a day where its period is shorter than an hour (API `PutMetricAlarm`). */
const longestLook = (period: number): number => (period < 3600 ? 86_400 : 604_800);

function controlsFit(site: Site): Problem[] {
  const found: Found<NonNullable<Settings["controls"]>> | undefined = nearest(site.layers, "controls");
  const controls = chosenControls(found);
  if (controls.length === 0) {
    return [
      {
        path: found?.path ?? [],
        message: "Every control is switched off: nothing would be watched.",
        expected: "one control or more that is on",
        remedy: 'Set "cis-4.7": true, or remove the account or region.',
      },
    ];
  }
  return controls.flatMap(({ id, alarm }) => {
    const path = [...(found?.path ?? []), id, "alarm"];
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
  });
}
