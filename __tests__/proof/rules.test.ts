import { prove, type SynthesizedStack } from "../../modules/proof";
import { changed, type Raw } from "../support/fleet";
import { withChange, withStatements } from "../support/synthesized";
import { TOPOLOGIES, type Topology } from "./topologies";
import { KEY, PUBLISH, refused, statement, TOPIC_POLICY, USE, unmet, without } from "./ways/way";

const [own, hub] = TOPOLOGIES as [Topology, Topology];
const RULE = "aws_cloudwatch_event_rule.cis_4_7";
const TARGET = "aws_cloudwatch_event_target.cis_4_7";

/** The stacks with a rule beside the alarm of the member, which publishes to the same topic. */
const withRule = ({ stacks, member }: Topology, arn: string, changes: Raw = {}): readonly SynthesizedStack[] =>
  [[RULE, { name: "keywatch" }], [TARGET, { rule: `\${${RULE}.name}`, arn }], ...Object.entries(changes)].reduce(
    (all, [path, value]) => withChange(all, member, `resource.${path}`, value),
    stacks,
  );

const ownRule = (changes?: Raw) => withRule(own, "${aws_sns_topic.alerts.arn}", changes);
const rule = { stack: own.member, address: RULE, account: "111111111111" };
const EVENTS = "events.amazonaws.com";

test("a rule's path is walked beside the alarm's", () => {
  expect(prove(ownRule())).toEqual({ broken: [], unproven: [], proven: 2 });
});

test("a rule on a bus of its own is known by that bus", () => {
  const bus = { [`${RULE}.event_bus_name`]: "security", [`${TARGET}.event_bus_name`]: "security" };
  const onlyThat = withStatements(ownRule(bus), own.hub, `resource.${TOPIC_POLICY}.policy`, (all) =>
    statement("RulesPublish", {
      Condition: {
        ArnLikeIfExists: { "aws:SourceArn": "arn:aws:events:eu-west-1:111111111111:rule/security/keywatch" },
      },
    })(all),
  );
  expect(prove(onlyThat)).toEqual({ broken: [], unproven: [], proven: 2 });
});

test("a rule alone watches a control too", () => {
  const stacks = withChange(ownRule(), own.member, "resource.aws_cloudwatch_metric_alarm");
  expect(prove(stacks)).toEqual({ broken: [], unproven: [], proven: 1 });
});

const source = (operator: string, key: string, value: string) => ({ Condition: { [operator]: { [key]: value } } });

test.each([
  {
    what: "no target",
    stacks: ownRule({ [TARGET]: undefined }),
    link: "action",
    address: RULE,
    problem: { kind: "no-topic" },
  },
  {
    what: "a target of another bus",
    stacks: ownRule({ [`${TARGET}.event_bus_name`]: "security" }),
    link: "action",
    address: RULE,
    problem: { kind: "no-topic" },
  },
  {
    what: "a target in another region",
    stacks: withRule(own, "arn:aws:sns:us-east-1:111111111111:KMSCustomerKeyEvents"),
    link: "action",
    address: RULE,
    problem: { kind: "other-region", region: "us-east-1", needed: "eu-west-1" },
  },
  {
    what: "a topic policy without EventBridge",
    stacks: withStatements(ownRule(), own.hub, `resource.${TOPIC_POLICY}.policy`, without("RulesPublish")),
    link: "topic policy",
    address: TOPIC_POLICY,
    problem: refused(PUBLISH, { kind: "no-statement" }, EVENTS),
  },
  {
    what: "a topic policy that asks EventBridge for the rule's ARN",
    stacks: withStatements(
      ownRule(),
      own.hub,
      `resource.${TOPIC_POLICY}.policy`,
      statement("RulesPublish", source("ArnLike", "aws:SourceArn", "arn:aws:events:*:*:rule/*")),
    ),
    link: "topic policy",
    address: TOPIC_POLICY,
    problem: refused(PUBLISH, unmet("RulesPublish", "ArnLike", "aws:SourceArn", false), EVENTS),
  },
  {
    what: "a topic policy that keeps out the rule where EventBridge tells of it",
    stacks: withStatements(
      ownRule(),
      own.hub,
      `resource.${TOPIC_POLICY}.policy`,
      statement("RulesPublish", source("ArnLikeIfExists", "aws:SourceArn", "arn:aws:events:*:222222222222:rule/*")),
    ),
    link: "topic policy",
    address: TOPIC_POLICY,
    problem: refused(PUBLISH, unmet("RulesPublish", "ArnLikeIfExists", "aws:SourceArn"), EVENTS),
  },
  {
    what: "a key policy without EventBridge",
    stacks: withStatements(ownRule(), own.hub, `resource.${KEY}.policy`, without("RulesUse")),
    link: "key policy",
    address: KEY,
    problem: refused(USE, { kind: "no-statement" }, EVENTS),
  },
  {
    what: "a key policy that asks EventBridge for the rule's account",
    stacks: withStatements(
      ownRule(),
      own.hub,
      `resource.${KEY}.policy`,
      statement("RulesUse", source("StringEquals", "aws:SourceAccount", "111111111111")),
    ),
    link: "key policy",
    address: KEY,
    problem: refused(USE, unmet("RulesUse", "StringEquals", "aws:SourceAccount", false), EVENTS),
  },
  {
    what: "a key policy that asks EventBridge for the rule's ARN",
    stacks: withStatements(
      ownRule(),
      own.hub,
      `resource.${KEY}.policy`,
      statement("RulesUse", source("ArnLike", "aws:SourceArn", "arn:aws:events:*:*:rule/*")),
    ),
    link: "key policy",
    address: KEY,
    problem: refused(USE, unmet("RulesUse", "ArnLike", "aws:SourceArn", false), EVENTS),
  },
])("$what: the rule's path is lost, the alarm's is not", ({ stacks, link, address, problem }) => {
  expect(prove(stacks)).toEqual({
    broken: [{ link, at: { stack: own.hub, address }, problem, paths: [rule] }],
    unproven: [],
    proven: 1,
  });
});

test.each([
  ["it is in another account", withRule(hub, hub.topicArn), hub],
  ["a role is named", ownRule({ [`${TARGET}.role_arn`]: "arn:aws:iam::111111111111:role/events" }), own],
])("a topic that EventBridge reaches by an execution role is not proven: %s", (_, stacks, { topicArn, paths }) => {
  expect(prove(stacks)).toEqual({
    broken: [],
    unproven: [{ open: { kind: "execution-role", arn: topicArn }, paths: [rule], additions: [] }],
    proven: paths.length,
  });
});

test("a rule that is switched off is told", () => {
  const { unproven, proven } = prove(ownRule({ [`${RULE}.state`]: "DISABLED" }));
  expect({ unproven, proven }).toEqual({
    unproven: [{ open: { kind: "silenced" }, paths: [rule], additions: [] }],
    proven: 1,
  });
});

test("the rule of a control is expected where the alarm is not", () => {
  const [stack] = withChange(own.stacks, own.member, "resource.aws_cloudwatch_metric_alarm");
  expect(prove([changed(stack, { "expected.controls": [] })]).broken).toEqual([]);
});
