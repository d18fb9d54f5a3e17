import { prove, type SynthesizedStack } from "../../modules/proof";
import { organizationFleet, type Raw } from "../support/fleet";
import { synthesized, valueAt, withChange, withStatements } from "../support/synthesized";

const [hub, organization] = ["keywatch-999999999999-eu-west-1", "keywatch-organization"] as const;
const RULE = "aws_cloudwatch_event_rule.Relay";
const TEMPLATE = "resource.aws_cloudformation_stack_set.organization.template_body";
const BUS_POLICY = "resource.aws_cloudwatch_event_bus_policy.event_hub.policy";
const stacks = synthesized(organizationFleet({ "accounts[2].fastPath": true }));
const inRegion = (region: string) => ({
  stack: `${organization} in ${region}`,
  address: RULE,
  account: "of the organization",
});
const [here, there] = [inRegion("eu-west-1"), inRegion("us-east-1")];

/** Stacks with another template of the StackSet. */
function withTemplate(change: (template: Raw) => void): readonly SynthesizedStack[] {
  const template = JSON.parse(valueAt(stacks, organization, TEMPLATE).replaceAll('${"$"}', "$"));
  change(template);
  return withChange(stacks, organization, TEMPLATE, JSON.stringify(template).replaceAll("${", '${"$"}{'));
}

test("the way from an account that nobody lists to the bus is walked in every region, and nothing of it is open", () => {
  const { broken, unproven, proven } = prove(stacks);
  expect([broken, unproven]).toEqual([[], []]);
  // two members: the CIS alarm; the hub, in two regions: the queue's alarm, eight own rules and eight on the bus; relays
  expect(proven).toBe(2 + 2 * (1 + 8 + 8) + 2);
});

const refused = (caller: string, action: string, refusal: object) => ({
  kind: "refused",
  caller,
  actions: [action],
  refusal,
});
const unmet = (statement: string, operator: string, key: string, sent = true) => ({
  kind: "unmet",
  statement,
  operator,
  key,
  sent,
});
const BUS = (region: string) => `arn:aws:events:${region}:999999999999:event-bus/keywatch-keys`;

/** The stacks with a bus whose statements ask for this. */
const busAsking = (values: Readonly<Record<string, unknown>>) =>
  withStatements(stacks, hub, BUS_POLICY, (all) => all.map((one) => ({ ...one, Condition: { StringEquals: values } })));

const WAYS: readonly (readonly [string, readonly SynthesizedStack[], object])[] = [
  [
    "the bus lets another organization in",
    busAsking({ "aws:PrincipalOrgID": "o-zzzzzzzzzz" }),
    {
      link: "bus policy",
      at: { stack: hub, address: "aws_cloudwatch_event_bus_policy.event_hub" },
      problem: refused(
        "account of the organization",
        "events:PutEvents",
        unmet("OrganizationSends", "StringEquals", "aws:PrincipalOrgID"),
      ),
      paths: [here],
    },
  ],
  [
    "the bus lets in accounts of the fleet alone",
    busAsking({ "aws:PrincipalAccount": ["111111111111"] }),
    {
      link: "bus policy",
      problem: refused(
        "account of the organization",
        "events:PutEvents",
        unmet("OrganizationSends", "StringEquals", "aws:PrincipalAccount"),
      ),
      paths: [here],
    },
  ],
  [
    "the bus asks for an organizational unit, which Keywatch does not know of an account",
    busAsking({ "aws:PrincipalOrgPaths": "o-a1b2c3d4e5/r-a1b2" }),
    {
      link: "bus policy",
      problem: refused("account of the organization", "events:PutEvents", {
        kind: "not-understood",
        statement: "OrganizationSends",
        what: "Condition StringEquals aws:PrincipalOrgPaths",
      }),
    },
  ],
  [
    "the bus lets everyone in",
    withStatements(stacks, hub, BUS_POLICY, (all) => all.map(({ Condition: _, ...one }) => one)),
    {
      link: "bus policy",
      problem: refused("account of the organization", "events:PutEvents", {
        kind: "not-understood",
        statement: "OrganizationSends",
        what: "Allow for every principal",
      }),
    },
  ],
  [
    "there is no bus in one of the regions",
    withChange(stacks, "keywatch-999999999999-us-east-1", "resource.aws_cloudwatch_event_bus"),
    { link: "bus", problem: { kind: "not-made", arn: BUS("us-east-1") }, paths: [there] },
  ],
  [
    "the StackSet makes no stacks in one of the regions",
    withChange(stacks, organization, "resource.aws_cloudformation_stack_set_instance.organization_r_a1b2_us_east_1"),
    { link: "rule", problem: { kind: "no-rule" }, paths: [there] },
  ],
  [
    "there is no StackSet",
    withChange(stacks, organization, "resource.aws_cloudformation_stack_set"),
    { link: "rule", problem: { kind: "no-rule" }, paths: [here] },
  ],
  [
    "the template is none",
    withChange(stacks, organization, TEMPLATE, "{"),
    { link: "rule", problem: { kind: "no-rule" }, paths: [here] },
  ],
  [
    "the template makes no rule",
    withTemplate(({ Resources }) => {
      Resources.Relay = undefined;
    }),
    { link: "rule", problem: { kind: "no-rule" }, paths: [here] },
  ],
  [
    "the rule sends nowhere",
    withTemplate(({ Resources }) => {
      Resources.Relay.Properties.Targets = undefined;
    }),
    { link: "action", problem: { kind: "no-topic" }, paths: [here] },
  ],
  [
    "the rule sends to the bus of one region from all",
    withTemplate(({ Resources }) => {
      Resources.Relay.Properties.Targets[0].Arn = BUS("eu-west-1");
    }),
    { link: "action", problem: { kind: "other-region", region: "eu-west-1", needed: "us-east-1" }, paths: [there] },
  ],
  [
    "the rule takes no role",
    withTemplate(({ Resources }) => {
      Resources.Relay.Properties.Targets[0].RoleArn = undefined;
    }),
    { link: "role", problem: { kind: "dangling", expression: "undefined" }, paths: [here] },
  ],
  [
    "the rule takes a role that is not made",
    withTemplate(({ Resources }) => {
      Resources.Relay.Properties.Targets[0].RoleArn = { "Fn::GetAtt": ["Other", "Arn"] };
    }),
    { link: "role", problem: { kind: "dangling", expression: "${aws_iam_role.Other.arn}" }, paths: [here] },
  ],
  [
    "the role lets another rule take it",
    withTemplate(({ Resources }) => {
      Resources.Relay.Properties.Name = "other";
    }),
    {
      link: "role",
      problem: refused("events.amazonaws.com", "sts:AssumeRole", unmet("OnlyTheRelay", "ArnEquals", "aws:SourceArn")),
      paths: [here],
    },
  ],
  [
    "the role may send from one region alone",
    withTemplate(({ Resources }) => {
      Resources.Role.Properties.Policies[0].PolicyDocument.Statement[0].Resource = BUS("eu-west-1");
    }),
    {
      link: "role policy",
      problem: refused("the role", "events:PutEvents", { kind: "no-statement" }),
      paths: [there],
    },
  ],
];

test.each(WAYS)("where %s, it is told", (_, changed, expected) => {
  expect(prove(changed).broken).toContainEqual(expect.objectContaining(expected));
});

test("a rule that is off wherever nobody lists the account is told", () => {
  const off = withTemplate(({ Conditions }) => {
    Conditions.Silent = { "Fn::Or": [{ "Fn::Equals": [{ Ref: "AWS::Region" }, "us-east-1"] }, Conditions.Silent] };
  });
  expect(prove(off).unproven).toEqual([{ open: { kind: "silenced" }, paths: [there], additions: [] }]);
});
