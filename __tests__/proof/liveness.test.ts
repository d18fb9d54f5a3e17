import { prove, type SynthesizedStack } from "../../modules/proof";
import { explainProblem } from "../../modules/proof/explain";
import { smallFleet } from "../support/fleet";
import { synthesized, withChange } from "../support/synthesized";

const STACK = "keywatch-111111111111-eu-west-1";
const ALARM = "aws_cloudwatch_metric_alarm";
const stacks = synthesized(
  smallFleet({
    "accounts[0].role": "arn:aws:iam::{account}:role/keywatch-deploy",
    "accounts[0].subscriptions": [{ protocol: "email", endpoint: "security@acme.example" }],
    "accounts[0].liveness": true,
  }),
);
const change = (path: string, value?: unknown): readonly SynthesizedStack[] =>
  withChange(stacks, STACK, `resource.${path}`, value);
const at = (address: string) => ({ stack: STACK, address });

test("the alarms on the path are walked beside the control's", () => {
  expect(prove(stacks)).toEqual({ broken: [], unproven: [], proven: 4 });
});

test("a trail that is made is known by its log group", () => {
  const made = synthesized(smallFleet({ "accounts[0].trail": { create: {} }, "accounts[0].liveness": true }));
  expect(prove(made).broken).toEqual([]);
});

test("a topic that exists is known by the alarms that publish to it", () => {
  const topic = { arn: "arn:aws:sns:{region}:{account}:alerts" };
  const existing = synthesized(smallFleet({ "accounts[0].topic": topic, "accounts[0].liveness": true }));
  expect(prove(existing).broken).toEqual([]);
});

test.each([
  {
    what: "an alarm that is not there",
    broken: change(`${ALARM}.liveness_heartbeat_missing`),
    address: `${ALARM}.liveness_heartbeat_missing`,
    link: "alarm",
    problem: { kind: "no-alarm" },
    proven: 3,
  },
  {
    what: "an alarm on another log group",
    broken: change(`${ALARM}.liveness_trail_silent.dimensions.LogGroupName`, "other"),
    address: `${ALARM}.liveness_trail_silent`,
    link: "alarm",
    problem: { kind: "elsewhere", dimension: "LogGroupName", name: "other", names: ["trail"] },
    proven: 3,
  },
  {
    what: "an alarm on all log groups",
    broken: change(`${ALARM}.liveness_trail_silent.dimensions`),
    address: `${ALARM}.liveness_trail_silent`,
    link: "alarm",
    problem: { kind: "elsewhere", dimension: "LogGroupName", name: "", names: ["trail"] },
    proven: 3,
  },
  {
    what: "an alarm on another topic",
    broken: change(`${ALARM}.liveness_notifications_failed_alerts.dimensions.TopicName`, "other"),
    address: `${ALARM}.liveness_notifications_failed_alerts`,
    link: "alarm",
    problem: { kind: "elsewhere", dimension: "TopicName", name: "other", names: ["KMSCustomerKeyEvents"] },
    proven: 3,
  },
  {
    what: "a heartbeat that nothing counts",
    broken: change("aws_cloudwatch_log_metric_filter.heartbeat"),
    address: `${ALARM}.liveness_heartbeat_missing`,
    link: "alarm",
    problem: {
      kind: "unfed-metric",
      metric: "Keywatch/KeywatchHeartbeats",
      fed: ["CISBenchmark/KMSCustomerKeyDisableOrDeleteEvents"],
    },
    proven: 3,
  },
  {
    what: "an alarm that tells nobody",
    broken: change(`${ALARM}.liveness_trail_silent.alarm_actions`, []),
    address: `${ALARM}.liveness_trail_silent`,
    link: "action",
    problem: { kind: "no-topic" },
    proven: 3,
  },
])("$what is a break", ({ broken, address, link, problem, proven }) => {
  const proof = prove(broken);
  const paths = [{ ...at(address), account: "111111111111" }];
  expect(proof).toEqual({ broken: [{ link, at: at(address), problem, paths }], unproven: [], proven });
});

test("a break says what is looked at, and what should be", () => {
  const problem = { kind: "elsewhere", dimension: "TopicName", name: "other", names: ["alerts"] } as const;
  expect(explainProblem(problem)).toEqual({
    message: "It looks at TopicName other; the alert path leads over: alerts.",
    remedy: "Give the alarm the name of what the alerts pass through.",
  });
});
