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
  const each = (type: string, blocksOf: (properties: Body) => readonly Body[]) =>
    Object.fromEntries(
      Object.entries(made)
        .filter(([, { Type }]) => Type === type)
        .flatMap(([id, { Properties }]) =>
          blocksOf(Properties).map((block, index) => [index === 0 ? id : `${id}_${index}`, block]),
        ),
    );
  return {
    aws_iam_role: each("AWS::IAM::Role", ({ RoleName: name, AssumeRolePolicyDocument: trust }) => [
      { name, assume_role_policy: JSON.stringify(trust) },
    ]),
    aws_iam_role_policy: each("AWS::IAM::Role", ({ RoleName: role, Policies }) =>
      listed(Policies).map(({ PolicyDocument }) => ({ role, policy: JSON.stringify(PolicyDocument) })),
    ),
    aws_cloudwatch_event_rule: each("AWS::Events::Rule", ({ Name: name, State: state }) => [{ name, state }]),
    aws_cloudwatch_event_target: each("AWS::Events::Rule", ({ Name: rule, Targets }) =>
      listed(Targets).map(({ Arn: arn, RoleArn: role_arn }) => ({ rule, arn, role_arn })),
    ),
  };
}

const listed = (list: unknown): readonly Body[] => (list ?? []) as readonly Body[];
