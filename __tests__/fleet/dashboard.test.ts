import { queryText, RECENT_CHANGES } from "../../modules/queries";
import { hubFleet } from "../support/fleet";
import { stackOf } from "../support/stacks";
import { targetOf, targetsOf } from "../support/targets";

const DASHBOARD = "accounts[0].dashboard";
const alarm = (name: string) => `arn:aws:cloudwatch:eu-west-1:111111111111:alarm:${name}`;
const widgetsOf = (changes: object) =>
  JSON.parse(targetOf({ [DASHBOARD]: true, ...changes }).dashboard?.body ?? "{}").widgets;

test.each([undefined, false])("with dashboard: %s there is none", (setting) => {
  expect(targetOf({ [DASHBOARD]: setting }).dashboard).toBeUndefined();
});

test.each([
  [true, "keywatch-111111111111-eu-west-1"],
  [{}, "keywatch-111111111111-eu-west-1"],
  [{ name: "keys-{account}-{region}" }, "keys-111111111111-eu-west-1"],
])("with %j it is called %s", (setting, name) => {
  expect(targetOf({ [DASHBOARD]: setting }).dashboard?.name).toBe(name);
});

test("it shows runbooks, alarms, events by control and the last changes, one below the other", () => {
  const whole = { x: 0, width: 24 };
  expect(
    widgetsOf({
      "accounts[0].controls": { "key-enabled": true },
      "accounts[0].liveness": { delivery: false, notifications: false },
      "accounts[0].runbooks": "https://git.acme.example/runbooks/",
    }),
  ).toEqual([
    {
      type: "text",
      ...whole,
      y: 0,
      height: 3,
      properties: {
        markdown:
          "# Keys of account 111111111111 in eu-west-1\n\nRunbooks: [cis-4.7](https://git.acme.example/runbooks/cis-4.7.md), [key-enabled](https://git.acme.example/runbooks/key-enabled.md), [heartbeat-missing](https://git.acme.example/runbooks/heartbeat-missing.md)",
      },
    },
    {
      type: "alarm",
      ...whole,
      y: 3,
      height: 3,
      properties: {
        title: "Alarms",
        alarms: [
          alarm("KMSCustomerKeyDisableOrDeleteAlarm"),
          alarm("KMSKeyEnabledAlarm"),
          alarm("KeywatchHeartbeatMissingAlarm"),
        ],
      },
    },
    {
      type: "metric",
      ...whole,
      y: 6,
      height: 6,
      properties: {
        title: "Events by control",
        region: "eu-west-1",
        view: "timeSeries",
        stacked: true,
        stat: "Sum",
        period: 3600,
        metrics: [
          ["CISBenchmark", "KMSCustomerKeyDisableOrDeleteEvents", { label: "cis-4.7" }],
          ["Keywatch", "KMSKeyEnabledEvents", { label: "key-enabled" }],
        ],
      },
    },
    {
      type: "log",
      ...whole,
      y: 12,
      height: 9,
      properties: {
        title: "Latest changes of keys",
        region: "eu-west-1",
        view: "table",
        query: `SOURCE 'trail' | ${queryText(RECENT_CHANGES)}`,
      },
    },
  ]);
});

test("without a folder of runbooks they are named", () => {
  expect(widgetsOf({})[0].properties.markdown).toMatch(/\n\nRunbooks: cis-4\.7$/);
});

test("a hub alone shows what it has", () => {
  const hub = targetsOf(hubFleet({ "defaults.dashboard": true, "defaults.liveness": true })).at(-1);
  expect(JSON.parse(hub?.dashboard?.body ?? "").widgets.map(({ type }: { type: string }) => type)).toEqual([
    "text",
    "alarm",
  ]);
});

test("its texts are data to Terraform", () => {
  const { aws_cloudwatch_dashboard } = stackOf({
    [DASHBOARD]: true,
    'accounts[0].controls["cis-4.7"]': { metric: { name: "%{x}" } },
  }).resource;
  expect(aws_cloudwatch_dashboard.dashboard.dashboard_name).toBe("keywatch-111111111111-eu-west-1");
  expect(aws_cloudwatch_dashboard.dashboard.dashboard_body).toContain('"CISBenchmark","${"%"}{x}"');
});

test("the alarm of the fast path is among the others", () => {
  const [, alarms] = widgetsOf({ "accounts[0].fastPath": true });
  expect(alarms.properties.alarms).toEqual([
    alarm("KMSCustomerKeyDisableOrDeleteAlarm"),
    alarm("keywatch-undelivered-111111111111-eu-west-1"),
  ]);
});
