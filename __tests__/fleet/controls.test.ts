import { targetOf } from "../support/targets";

const controlsOf = (choice: unknown) => targetOf({ 'accounts[0].controls["cis-4.7"]': choice }).controls;
const [standard] = controlsOf(true);

test("a control that is on, or of which nothing is changed, is the catalogue's", () => {
  expect(controlsOf({})).toEqual([standard]);
  expect(targetOf().controls).toEqual([standard]);
});

/** Every value that a config may change, by its path in a config. */
const CHANGES = {
  severity: "low",
  filter: { name: "filter", pattern: "{ $.x = 1 }" },
  metric: { name: "metric", namespace: "Namespace", value: "$.size", defaultValue: 0 },
  alarm: {
    name: "alarm",
    description: "text",
    statistic: "Maximum",
    period: 60,
    threshold: 2.5,
    comparison: "GreaterThanThreshold",
    evaluationPeriods: 3,
    datapointsToAlarm: 1,
    missingData: "breaching",
    actionsEnabled: false,
  },
} as const;

type Overrides = Partial<Record<keyof typeof CHANGES, unknown>>;

const changed = ({ severity = standard?.severity, filter, metric, alarm }: Overrides) => ({
  ...standard,
  severity,
  filter: { ...standard?.filter, ...(filter as object), metric: { ...standard?.filter.metric, ...(metric as object) } },
  alarm: { ...standard?.alarm, ...(alarm as object) },
});

test("every value can be changed", () => {
  expect(controlsOf(CHANGES)).toEqual([changed(CHANGES)]);
});

const ONE_BY_ONE = Object.entries(CHANGES).flatMap(([group, values]): Overrides[] =>
  typeof values === "string"
    ? [{ [group]: values }]
    : Object.entries(values).map((entry) => ({ [group]: Object.fromEntries([entry]) })),
);

test.each(ONE_BY_ONE.map((change) => ({ change })))("$change can be changed alone", ({ change }) => {
  expect(changed(change)).not.toEqual(standard);
  expect(controlsOf(change)).toEqual([changed(change)]);
});

test("an alarm's name and description are filled in", () => {
  const [control] = controlsOf({ alarm: { name: "{account}/{region}", description: "{stack} in {partition}" } });
  expect(control?.alarm.name).toBe("111111111111/eu-west-1");
  expect(control?.alarm.description).toBe("keywatch-111111111111-eu-west-1 in aws");
});

test("the texts of patterns and metrics are not", () => {
  const [control] = controlsOf({ filter: { pattern: '{ $.a = "{account}" }' }, metric: { name: "{region}" } });
  expect(control?.filter.pattern).toBe('{ $.a = "{account}" }');
  expect(control?.filter.metric.name).toBe("{region}");
});
