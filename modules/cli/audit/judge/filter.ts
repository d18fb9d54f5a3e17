import type { MetricFilter } from "@aws-sdk/client-cloudwatch-logs";
import { countsTheSame } from "../../../controls/filter-pattern";
import type { Target, TargetControl } from "../../../fleet";
import { type Link, onAnswer, type Ruling, rulesOn } from "./link";

/** The metric filters on the log group: one a control, and the one that counts the heartbeat. */
export const filter: Link = {
  name: "Metric filter",
  steps: {
    "filter-exists": {
      title: "The metric filter exists",
      expected: "A metric filter of the name that the config gives it, on the trail's log group.",
      remedy: "Deploy the stack again.",
      source: "CIS 4.7 audit, metric filters",
      otherwise: "fail",
    },
    "filter-pattern": {
      title: "The filter counts its events",
      expected: "A pattern that accepts exactly the events of the config's.",
      remedy: "Deploy the stack again, and find in CloudTrail who changed it: PutMetricFilter.",
      source: "CIS 4.7 audit, filter pattern",
      otherwise: "fail",
    },
    "filter-letter": {
      title: "The filter is spelled as checkers want it",
      expected: "The pattern of the config, to the character.",
      remedy: "Alerts arrive all the same. Deploy the stack again: checkers compare the text.",
      source: "CloudWatch.7, Prowler, Steampipe, Cloudsploit",
      otherwise: "warn",
    },
    "filter-metric": {
      title: "The filter feeds the alarm's metric",
      expected: "As its first metric transformation: the name, namespace, value and default of the config.",
      remedy: "Deploy the stack again, and find in CloudTrail who changed it: PutMetricFilter.",
      source: "CIS 4.7 audit, metric of the filter; Prowler reads the first transformation alone",
      otherwise: "fail",
    },
  },
  judge: ({ target, seen }) => {
    if (!seen.filters || (seen.logGroup?.ok && !seen.logGroup.value)) return [];
    return onAnswer(seen.filters, { id: "filter-exists", resource: target.trail?.logGroup }, (found, at) =>
      wantedFilters(target).flatMap((wanted) => judgeFilter(wanted, found, at)),
    );
  },
};

/** A filter as the stack makes it. */
interface WantedFilter {
  /** Id of the control whose events it counts, where it is a control's. */
  readonly control?: string;
  readonly filter: TargetControl["filter"];
}

const wantedFilters = ({ controls, liveness }: Target): readonly WantedFilter[] => [
  ...controls.map(({ id: control, filter }) => ({ control, filter })),
  ...(liveness?.heartbeat ? [{ filter: liveness.heartbeat.filter }] : []),
];

function judgeFilter({ control, filter }: WantedFilter, found: readonly MetricFilter[], at: string): readonly Ruling[] {
  const rule = rulesOn({ control, at, resource: filter.name });
  const one = found.find(({ filterName }) => filterName === filter.name);
  if (!one) {
    const twin = found.find(({ filterPattern = "" }) => countsTheSame(filterPattern, filter.pattern));
    const instead = twin ? `; ${twin.filterName} counts the same events` : "";
    return [rule("filter-exists", false, `There is no filter ${filter.name}${instead}.`)];
  }
  const { filterPattern: pattern = "", metricTransformations: [metric] = [] } = one;
  const [same, equal] = [countsTheSame(pattern, filter.pattern), pattern === filter.pattern];
  const [fed, wanted] = [metricText(metric), metricText(wantedMetric(filter))];
  const expected = filter.pattern;
  return [
    rule("filter-exists", true, `${filter.name} exists.`),
    rule("filter-pattern", same, same ? "It counts the events of the config." : `Its pattern is ${pattern}`, {
      expected,
    }),
    ...(same && control
      ? [rule("filter-letter", equal, equal ? "It is equal to the letter." : `It is spelled ${pattern}`, { expected })]
      : []),
    rule("filter-metric", fed === wanted, `It feeds ${fed}.`, { expected: `It feeds ${wanted}.` }),
  ];
}

type Transformation = NonNullable<MetricFilter["metricTransformations"]>[number];

const wantedMetric = ({ metric }: TargetControl["filter"]): Transformation => ({
  metricNamespace: metric.namespace,
  metricName: metric.name,
  metricValue: metric.value,
  defaultValue: metric.defaultValue,
});

const metricText = (transformation: Transformation | undefined): string => {
  if (!transformation) return "no metric";
  const { metricNamespace, metricName, metricValue, defaultValue } = transformation;
  return `${metricNamespace}/${metricName} with ${metricValue}${defaultValue === undefined ? "" : `, else ${defaultValue}`}`;
};
