import { type Changes, organizationFleet } from "../support/fleet";
import { type Request, simulate } from "../support/simulate";
import { stacksOf } from "../support/stacks";
import { targetsOf } from "../support/targets";

const HUB = "999999999999";
const ORGANIZATION = "o-a1b2c3d4e5";
const BUS = `arn:aws:events:eu-west-1:${HUB}:event-bus/keywatch-keys`;
const stackOf = (changes: Changes = {}) => stacksOf(organizationFleet(changes))["keywatch-organization"];

test("CloudFormation makes the relay in every account, and in those that come", () => {
  const template = targetsOf(organizationFleet()).find(({ organization }) => organization)?.organization?.template;
  const { template_body, ...stackSet } = stackOf().resource.aws_cloudformation_stack_set.organization;
  expect(template_body).toBe(template?.replaceAll("${", '${"$"}{'));
  expect(stackSet).toEqual({
    name: "keywatch-organization",
    description: "Sends the key events of the organization's accounts to the hub.",
    permission_model: "SERVICE_MANAGED",
    call_as: "SELF",
    auto_deployment: { enabled: true, retain_stacks_on_account_removal: false },
    managed_execution: { active: true },
    capabilities: ["CAPABILITY_NAMED_IAM"],
    operation_preferences: {
      max_concurrent_percentage: 100,
      failure_tolerance_percentage: 10,
      region_concurrency_type: "PARALLEL",
    },
    timeouts: { update: "6h" },
    lifecycle: { ignore_changes: ["administration_role_arn"] },
  });
});

test("each unit and region has its stacks at an address of its own, so that another moves none", () => {
  const stacks = stackOf({
    "organization.units": ["r-a1b2", "ou-a1b2-c3d4e5f6"],
    "organization.delegatedAdmin": true,
  }).resource.aws_cloudformation_stack_set_instance;
  expect(Object.keys(stacks).sort()).toEqual([
    "organization_ou_a1b2_c3d4e5f6_eu_west_1",
    "organization_ou_a1b2_c3d4e5f6_us_east_1",
    "organization_r_a1b2_eu_west_1",
    "organization_r_a1b2_us_east_1",
  ]);
  expect(stacks.organization_r_a1b2_us_east_1).toEqual({
    stack_set_name: "${aws_cloudformation_stack_set.organization.name}",
    region: "us-east-1",
    call_as: "DELEGATED_ADMIN",
    deployment_targets: { organizational_unit_ids: ["r-a1b2"] },
    operation_preferences: {
      max_concurrent_percentage: 100,
      failure_tolerance_percentage: 10,
      region_concurrency_type: "PARALLEL",
      concurrency_mode: "SOFT_FAILURE_TOLERANCE",
    },
    timeouts: { create: "6h", update: "6h", delete: "6h" },
  });
});

test("its stack stays the same to the byte, however many accounts there are", () => {
  const listed = (count: number) => ({
    accounts: [
      ...Array.from({ length: count }, (_, index) => ({
        id: String(index).padStart(12, "0"),
        name: `account ${index}`,
      })),
      { id: HUB, name: "security", topic: {}, controls: { "cis-4.7": false } },
    ],
  });
  expect(JSON.stringify(stackOf(listed(100)))).toBe(JSON.stringify(stackOf(listed(1))));
});

describe("the bus of the hub", () => {
  const policyWith = (changes: Changes) =>
    JSON.parse(
      stacksOf(organizationFleet(changes))[`keywatch-${HUB}-eu-west-1`].resource.aws_cloudwatch_event_bus_policy
        .event_hub.policy,
    );
  const alone = policyWith({});
  const withMembers = policyWith({ "defaults.fastPath": true });
  const sending = (policy: object, context: Request["context"], changes: Partial<Request> = {}) =>
    simulate(policy, {
      principal: "arn:aws:iam::555555555555:role/keywatch-organization-eu-west-1",
      action: "events:PutEvents",
      resource: BUS,
      owner: HUB,
      context: { "aws:PrincipalAccount": "555555555555", ...context },
      administrator: true,
      ...changes,
    });
  const REFUSED = expect.stringMatching(/^(Implicitly|Explicitly)Denied$/);

  test("lets in every account of the organization", async () => {
    expect(await sending(alone, { "aws:PrincipalOrgID": ORGANIZATION })).toBe("Allowed");
    expect(await sending(withMembers, { "aws:PrincipalOrgID": ORGANIZATION })).toBe("Allowed");
  });

  test.each([
    ["an account of another organization", { "aws:PrincipalOrgID": "o-zzzzzzzzzz" }, {}],
    ["an account of none", {}, {}],
    ["an account of a longer id", { "aws:PrincipalOrgID": `${ORGANIZATION}0` }, {}],
    ["who would do anything else", { "aws:PrincipalOrgID": ORGANIZATION }, { action: "events:DeleteEventBus" }],
    ["who would send to another bus", { "aws:PrincipalOrgID": ORGANIZATION }, { resource: `${BUS}-2` }],
  ])("keeps out %s", async (_, context, changes) => {
    expect(await sending(alone, context, changes)).toEqual(REFUSED);
    expect(await sending(withMembers, context, changes)).toEqual(REFUSED);
  });

  test("says no more than that", () => {
    const statement = {
      Effect: "Allow",
      Principal: "*",
      Action: "events:PutEvents",
      Resource: BUS,
    };
    const organization = {
      ...statement,
      Sid: "OrganizationSends",
      Condition: { StringEquals: { "aws:PrincipalOrgID": ORGANIZATION } },
    };
    expect(alone.Statement).toEqual([organization]);
    expect(withMembers.Statement).toEqual([
      {
        ...statement,
        Sid: "FleetSends",
        Condition: { StringEquals: { "aws:PrincipalAccount": ["111111111111", "222222222222"] } },
      },
      organization,
    ]);
  });
});
