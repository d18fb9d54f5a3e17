import { prove } from "../../modules/proof";
import { hubFleet } from "../support/fleet";
import { synthesized, valueAt, withChange, withStatements } from "../support/synthesized";

const stacks = synthesized(hubFleet({ "defaults.fastPath": true }));
const [member, hub] = ["keywatch-111111111111-eu-west-1", "keywatch-999999999999-eu-west-1"] as const;
const BUS = "arn:aws:events:eu-west-1:999999999999:event-bus/keywatch-keys";
const relay = { stack: member, address: "aws_cloudwatch_event_rule.event_relay", account: "111111111111" };
const other = { stack: "keywatch-222222222222-eu-west-1", address: relay.address, account: "222222222222" };

test("relays, buses and rules are walked, and nothing of them is open", () => {
  const { broken, unproven, proven } = prove(stacks);
  expect([broken, unproven]).toEqual([[], []]);
  // two members: CIS alarm, queue alarm and relay each; the hub: its queue alarm, eight own rules and eight on the bus
  expect(proven).toBe(2 * 3 + 1 + 8 + 8);
});

const at = (stack: string, address: string) => ({ stack, address });
const unmet = (statement: string, operator: string, key: string) => ({
  kind: "unmet",
  statement,
  operator,
  key,
  sent: true,
});
const refused = (caller: string, action: string, refusal: object) => ({
  kind: "refused",
  caller,
  actions: [action],
  refusal,
});
const NO_STATEMENT = { kind: "no-statement" };

const WAYS: readonly (readonly [string, ReturnType<typeof withStatements>, object])[] = [
  [
    "the role lets another service take it",
    withStatements(stacks, member, "resource.aws_iam_role.event_relay.assume_role_policy", (all) =>
      all.map((one) => ({ ...one, Principal: { Service: "lambda.amazonaws.com" } })),
    ),
    {
      link: "role",
      at: at(member, "aws_iam_role.event_relay"),
      problem: refused("events.amazonaws.com", "sts:AssumeRole", NO_STATEMENT),
      paths: [relay],
    },
  ],
  [
    "the role lets another rule take it",
    withChange(stacks, member, "resource.aws_cloudwatch_event_rule.event_relay.name", "other"),
    {
      link: "role",
      at: at(member, "aws_iam_role.event_relay"),
      problem: refused("events.amazonaws.com", "sts:AssumeRole", unmet("OnlyTheRelay", "ArnEquals", "aws:SourceArn")),
      paths: [relay],
    },
  ],
  [
    "the role may send to another bus alone",
    withStatements(stacks, member, "resource.aws_iam_role_policy.event_relay.policy", (all) =>
      all.map((one) => ({ ...one, Resource: `${BUS}-2` })),
    ),
    {
      link: "role policy",
      at: at(member, "aws_iam_role_policy.event_relay"),
      problem: refused("the role", "events:PutEvents", NO_STATEMENT),
      paths: [relay],
    },
  ],
  [
    "the role has no policy",
    withChange(stacks, member, "resource.aws_iam_role_policy"),
    {
      link: "role policy",
      at: at(member, "aws_iam_role.event_relay"),
      problem: refused("the role", "events:PutEvents", NO_STATEMENT),
      paths: [relay],
    },
  ],
  [
    "the relay takes no role",
    withChange(stacks, member, "resource.aws_cloudwatch_event_target.event_relay.role_arn"),
    {
      link: "role",
      at: at(member, relay.address),
      problem: { kind: "dangling", expression: "undefined" },
      paths: [relay],
    },
  ],
  [
    "the bus lets another account in alone",
    withStatements(stacks, hub, "resource.aws_cloudwatch_event_bus_policy.event_hub.policy", (all) =>
      all.map((one) => ({ ...one, Condition: { StringEquals: { "aws:PrincipalAccount": ["222222222222"] } } })),
    ),
    {
      link: "bus policy",
      at: at(hub, "aws_cloudwatch_event_bus_policy.event_hub"),
      problem: refused(
        "account 111111111111",
        "events:PutEvents",
        unmet("FleetSends", "StringEquals", "aws:PrincipalAccount"),
      ),
      paths: [relay],
    },
  ],
  [
    "the bus lets everyone in",
    withStatements(stacks, hub, "resource.aws_cloudwatch_event_bus_policy.event_hub.policy", (all) =>
      all.map(({ Condition: _, ...one }) => one),
    ),
    {
      link: "bus policy",
      at: at(hub, "aws_cloudwatch_event_bus_policy.event_hub"),
      problem: refused("account 111111111111", "events:PutEvents", {
        kind: "not-understood",
        statement: "FleetSends",
        what: "Allow for every principal",
      }),
      paths: [relay],
    },
  ],
  [
    "the bus has no policy",
    withChange(stacks, hub, "resource.aws_cloudwatch_event_bus_policy"),
    {
      link: "bus",
      at: at(hub, "aws_cloudwatch_event_bus.event_hub"),
      problem: { kind: "no-policy" },
      paths: [relay, other],
    },
  ],
  [
    "the bus has another name",
    withChange(stacks, hub, "resource.aws_cloudwatch_event_bus.event_hub.name", "other"),
    { link: "bus", at: at(member, relay.address), problem: { kind: "not-made", arn: BUS }, paths: [relay] },
  ],
  [
    "the queue lets in other rules alone",
    withStatements(stacks, member, "resource.aws_sqs_queue_policy.event_undelivered.policy", (all) =>
      all.map((one) =>
        one.Effect === "Allow"
          ? {
              ...one,
              Condition: { ArnEquals: { "aws:SourceArn": "arn:aws:events:eu-west-1:111111111111:rule/other" } },
            }
          : one,
      ),
    ),
    {
      link: "queue policy",
      at: at(member, "aws_sqs_queue_policy.event_undelivered"),
      problem: refused(
        "events.amazonaws.com",
        "sqs:SendMessage",
        unmet("RulesKeepUndelivered", "ArnEquals", "aws:SourceArn"),
      ),
      paths: [relay],
    },
  ],
  [
    "the queue has no policy",
    withChange(stacks, member, "resource.aws_sqs_queue_policy"),
    {
      link: "queue policy",
      at: at(member, "aws_sqs_queue.event_undelivered"),
      problem: { kind: "no-policy" },
      paths: [relay],
    },
  ],
  [
    "the queue is not there",
    withChange(stacks, member, "resource.aws_sqs_queue"),
    {
      link: "queue policy",
      at: at(member, relay.address),
      problem: { kind: "dangling", expression: "aws_sqs_queue.event_undelivered.arn" },
      paths: [relay],
    },
  ],
  [
    "the bus is in another region",
    withChange(
      stacks,
      member,
      "resource.aws_cloudwatch_event_target.event_relay.arn",
      BUS.replace("eu-west-1", "us-east-1"),
    ),
    {
      link: "action",
      at: at(member, relay.address),
      problem: { kind: "other-region", region: "us-east-1", needed: "eu-west-1" },
      paths: [relay],
    },
  ],
];

test.each(WAYS)("where %s, it is told", (_, changed, expected) => {
  expect(prove(changed).broken).toContainEqual(expect.objectContaining(expected));
});

test("a bus that no rule listens to is told, and so are the rules that are missing", () => {
  const rules: Record<string, unknown> = valueAt(stacks, hub, "resource.aws_cloudwatch_event_rule");
  const own = Object.fromEntries(Object.entries(rules).filter(([name]) => !name.startsWith("hub_")));
  const { broken } = prove(withChange(stacks, hub, "resource.aws_cloudwatch_event_rule", own));
  expect(broken.filter(({ problem }) => problem.kind === "no-listener").map(({ paths }) => paths)).toEqual([
    [relay, other],
  ]);
  expect(broken.filter(({ problem }) => problem.kind === "no-rule")).toHaveLength(8);
});
