import { mapTexts } from "../../values";

/*
 * What a CloudFormation template knows when it is deployed.
 * Source: CloudFormation Template Reference, "Intrinsic functions" and "Condition functions".
 */

export type Condition =
  | { readonly "Fn::Equals": readonly [string, string] }
  | { readonly "Fn::Or": readonly Condition[] };

/** The most conditions that one `Fn::Or` takes. */
const MOST = 10;

export const equal = (left: string, right: string): Condition => ({ "Fn::Equals": [left, right] });

/** Whether one of some conditions holds, of any number from one. */
export function anyOf(conditions: readonly Condition[]): Condition {
  const [first] = conditions;
  if (first && conditions.length === 1) return first;
  if (conditions.length <= MOST) return { "Fn::Or": conditions };
  const size = Math.ceil(conditions.length / MOST);
  const groups = Array.from({ length: Math.ceil(conditions.length / size) }, (_, index) =>
    conditions.slice(index * size, (index + 1) * size),
  );
  return anyOf(groups.map(anyOf));
}

/** The same value, in which each text that names `${AWS::...}` is filled in by CloudFormation. */
export const withIntrinsics = (value: unknown): unknown => mapTexts(value, filledIn);

function filledIn(text: string): unknown {
  const [, alone] = /^\$\{(AWS::\w+)\}$/.exec(text) ?? [];
  if (alone) return { Ref: alone };
  return text.includes("${AWS::") ? { "Fn::Sub": text } : text;
}
