import { ORGANIZATION_RESOURCES } from "../names";
import { evaluated, type Pseudo } from "./intrinsics";
import { StackView } from "./stack";
import type { Body, SynthesizedStack, TerraformJson } from "./synthesized";

/** Stands for the id of any account that nobody lists. */
const ANY = "of the organization";

/** Resources of a CloudFormation template. */
type Resources = Readonly<Record<string, { readonly Type: string; readonly Properties: Body }>>;

interface Template {
  readonly Conditions?: Body;
  readonly Resources?: Resources;
}

/** The stacks with those that StackSets make of their templates: one for each region, in an account that nobody lists. */
export const withStackSets = (stacks: readonly SynthesizedStack[]): readonly SynthesizedStack[] =>
  stacks.flatMap((stack) => [stack, ...madeBy(stack)]);

function madeBy(stack: SynthesizedStack): SynthesizedStack[] {
  const { organization } = stack.expected;
  if (!organization) return [];
  const view = new StackView(stack);
  const [stackSet] = view.resources("aws_cloudformation_stack_set");
  const template = templateIn(view.text(stackSet?.body.template_body));
  const reached = view.resources("aws_cloudformation_stack_set_instance").map(({ body }) => view.text(body.region));
  return organization.regions.map((region) => ({
    id: `${stack.id} in ${region}`,
    terraform: {
      provider: { aws: [{ region, allowed_account_ids: [ANY] }] },
      resource: reached.includes(region) ? resourcesOf(template, { Partition: view.at.partition, Region: region }) : {},
    },
    expected: {
      controls: [],
      alarms: [],
      rules: [`aws_cloudwatch_event_rule.${ORGANIZATION_RESOURCES.rule}`],
      topics: [],
      sentAs: organization.id,
    },
  }));
}

function templateIn(text = "{}"): Template {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}

/** What a template makes in a place, as Terraform would write it. */
function resourcesOf({ Conditions = {}, Resources = {} }: Template, place: Pseudo): TerraformJson["resource"] {
  const made = evaluated(Resources, { pseudo: { ...place, AccountId: ANY }, conditions: Conditions }) as Resources;
  const ofType = (type: string) => Object.entries(made).filter(([, { Type }]) => Type === type);
  const roles = ofType("AWS::IAM::Role");
  const rules = ofType("AWS::Events::Rule");
  return {
    aws_iam_role: Object.fromEntries(
      roles.map(([id, { Properties }]) => [
        id,
        { name: Properties.RoleName, assume_role_policy: JSON.stringify(Properties.AssumeRolePolicyDocument) },
      ]),
    ),
    aws_iam_role_policy: Object.fromEntries(
      roles.flatMap(([id, { Properties }]) =>
        listed(Properties.Policies).map(({ PolicyDocument }, index) => [
          `${id}_${index}`,
          { role: Properties.RoleName, policy: JSON.stringify(PolicyDocument) },
        ]),
      ),
    ),
    aws_cloudwatch_event_rule: Object.fromEntries(
      rules.map(([id, { Properties }]) => [id, { name: Properties.Name, state: Properties.State }]),
    ),
    aws_cloudwatch_event_target: Object.fromEntries(
      rules.flatMap(([id, { Properties }]) =>
        listed(Properties.Targets).map(({ Arn, RoleArn }, index) => [
          `${id}_${index}`,
          { rule: Properties.Name, arn: Arn, role_arn: RoleArn },
        ]),
      ),
    ),
  };
}

const listed = (list: unknown): readonly Body[] => (list ?? []) as readonly Body[];
