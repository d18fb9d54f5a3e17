import type { StackInstanceSummary, StackSet } from "@aws-sdk/client-cloudformation";
import { stackSet as link } from "../../../modules/cli/audit/judge/stack-set";
import type { Seen } from "../../../modules/cli/audit/seen";
import { organizationFleet } from "../../support/fleet";
import { targetsOf } from "../../support/targets";
import { findings, healthy, judged, seen, unseen } from "./healthy";

const targets = targetsOf(organizationFleet({ "organization.units": ["ou-a1b2-c3d4e5f6", "ou-a1b2-00000000"] }));
const [target] = targets.filter(({ organization }) => organization);
if (!target?.organization) throw new Error("There is no organization.");
const { template } = target.organization;
const whole = healthy(target);
if (!whole.stackSet?.ok || !whole.stackSet.value?.instances.ok) throw new Error("There is no StackSet.");
const { stackSet, instances } = whole.stackSet.value;
const reversed = JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(template)).reverse()), null, 2);

const stackSetWith = (changes: Partial<StackSet>): Seen => ({
  ...whole,
  stackSet: seen({ stackSet: { ...stackSet, ...changes }, instances }),
});
const instancesAre = (list: readonly StackInstanceSummary[]): Seen => ({
  ...whole,
  stackSet: seen({ stackSet, instances: seen(list) }),
});

type Detail = NonNullable<StackInstanceSummary["StackInstanceStatus"]>["DetailedStatus"];

/** Instances that are in order, and others with these details. */
const withInstances = (...details: readonly Detail[]): Seen =>
  instancesAre([
    ...instances.value,
    ...details.map(
      (DetailedStatus, at): StackInstanceSummary => ({
        Account: `${at}`.repeat(12),
        Region: "eu-west-1",
        Status: "OUTDATED",
        StatusReason: `Reason of\n ${at}.`,
        StackInstanceStatus: { DetailedStatus },
      }),
    ),
  ]);
const evidenceOf = (of: Seen, id: string) => judged(target, of).find((step) => step.id === id)?.evidence;

test("a StackSet that is in order has no finding, and passes every step", () => {
  const steps = judged(target, whole);
  expect(findings(steps)).toEqual([]);
  expect(steps.map(({ id }) => id)).toEqual(Object.keys(link.steps));
  expect(steps.map(({ resource }) => resource)).toEqual(steps.map(() => "keywatch-organization"));
  expect(steps.map(({ evidence }) => evidence)).toEqual([
    "keywatch-organization is ACTIVE.",
    "It is SERVICE_MANAGED, with automatic deployment on.",
    "Its template is the stack's.",
    "It reaches ou-a1b2-00000000, ou-a1b2-c3d4e5f6 in eu-west-1, us-east-1.",
    "4 CURRENT.",
  ]);
});

test("no other target has a step of it", () => {
  const others = targets.filter(({ organization }) => !organization);
  const ids = others.flatMap((other) => judged(other, healthy(other)).map(({ id }) => id));
  expect(ids.length).toBeGreaterThan(20);
  expect(ids.filter((id) => id.startsWith("stack-set"))).toEqual([]);
});

test.each<[string, Seen, readonly string[]]>([
  ["it is gone", { ...whole, stackSet: seen(undefined) }, ["fail stack-set-exists"]],
  ["it is deleted", stackSetWith({ Status: "DELETED" }), ["fail stack-set-exists"]],
  ["it cannot be asked", { ...whole, stackSet: unseen("denied") }, ["unknown stack-set-exists"]],
  [
    "automatic deployment is off",
    stackSetWith({ AutoDeployment: { Enabled: false } }),
    ["fail stack-set-auto-deployment"],
  ],
  ["nothing says that it is on", stackSetWith({ AutoDeployment: undefined }), ["fail stack-set-auto-deployment"]],
  [
    "somebody manages its roles himself",
    stackSetWith({ PermissionModel: "SELF_MANAGED" }),
    ["fail stack-set-auto-deployment"],
  ],
  [
    "its rule is switched off",
    stackSetWith({ TemplateBody: template.replace('"ENABLED"', '"DISABLED"') }),
    ["fail stack-set-template"],
  ],
  ["its template is no JSON", stackSetWith({ TemplateBody: "Resources: {}" }), ["fail stack-set-template"]],
  ["its template is in another order", stackSetWith({ TemplateBody: reversed }), []],
  ["a unit is left out", stackSetWith({ OrganizationalUnitIds: ["ou-a1b2-c3d4e5f6"] }), ["fail stack-set-reach"]],
  ["a region is left out", stackSetWith({ Regions: ["eu-west-1"] }), ["fail stack-set-reach"]],
  ["it reaches nothing", stackSetWith({ OrganizationalUnitIds: [], Regions: undefined }), ["fail stack-set-reach"]],
  [
    "it reaches one more region",
    stackSetWith({ Regions: ["us-east-1", "eu-west-1", "eu-north-1"] }),
    ["warn stack-set-reach"],
  ],
  [
    "it reaches another region instead",
    stackSetWith({ Regions: ["eu-west-1", "eu-north-1"] }),
    ["fail stack-set-reach"],
  ],
  ["it has no instance", instancesAre([]), ["fail stack-set-instances"]],
  [
    "its instances cannot be listed",
    { ...whole, stackSet: seen({ stackSet, instances: unseen("denied") }) },
    ["unknown stack-set-instances"],
  ],
  ["an instance failed", withInstances("FAILED"), ["fail stack-set-instances"]],
  ["an instance was cancelled", withInstances("CANCELLED"), ["fail stack-set-instances"]],
  ["an instance is inoperable", withInstances("INOPERABLE"), ["fail stack-set-instances"]],
  ["nothing says in what way an instance is outdated", withInstances(undefined), ["fail stack-set-instances"]],
  ["an instance is outdated after all", withInstances("SUCCEEDED"), ["fail stack-set-instances"]],
  ["an account is being deployed to", withInstances("PENDING", "RUNNING"), ["warn stack-set-instances"]],
  ["an account is suspended", withInstances("SKIPPED_SUSPENDED_ACCOUNT"), ["warn stack-set-instances"]],
  ["one failed while another waits", withInstances("PENDING", "FAILED"), ["fail stack-set-instances"]],
  [
    "the last operation on one that is current failed",
    instancesAre(instances.value.map((one) => ({ ...one, StackInstanceStatus: { DetailedStatus: "FAILED" } }))),
    ["fail stack-set-instances"],
  ],
  ["AWS gives no details", instancesAre(instances.value.map(({ StackInstanceStatus: _, ...one }) => one)), []],
])("where %s", (_, of, expected) => {
  expect(findings(judged(target, of))).toEqual(expected);
});

test("instances are counted by status, and those that are not as they should be named with their reason, the lost first", () => {
  expect(evidenceOf(withInstances("PENDING", "FAILED"), "stack-set-instances")).toBe(
    "4 CURRENT, 1 PENDING, 1 FAILED. 111111111111 in eu-west-1 is FAILED: Reason of 1; 000000000000 in eu-west-1 is PENDING: Reason of 0.",
  );
  expect(evidenceOf(instancesAre([]), "stack-set-instances")).toBe("None.");
});

test("of many instances the first are named", () => {
  const many = evidenceOf(withInstances(...Array.from({ length: 9 }, () => "FAILED" as const)), "stack-set-instances");
  expect(many).toMatch(/^4 CURRENT, 9 FAILED\. 000000000000 in eu-west-1 .*; 444444444444 in eu-west-1 .*; 4 more\.$/);
});

test("what it should reach is told beside what it does", () => {
  const of = stackSetWith({ OrganizationalUnitIds: [], Regions: ["us-east-1"] });
  expect(judged(target, of).find(({ id }) => id === "stack-set-reach")).toMatchObject({
    evidence: "It reaches no unit in us-east-1.",
    expected: "It reaches ou-a1b2-00000000, ou-a1b2-c3d4e5f6 in eu-west-1, us-east-1.",
  });
});
