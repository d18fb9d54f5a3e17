/** What a template's pseudo parameters stand for, by their names without `AWS::`. */
export type Pseudo = Readonly<Record<string, string>>;

type Node = Readonly<Record<string, unknown>>;

/** What a template knows when it is deployed. */
interface Known {
  readonly pseudo: Pseudo;
  readonly conditions: Node;
}

/**
 * The intrinsic functions that Keywatch writes; of resources it refers to roles alone, which become Terraform's. What
 * another one would say stays as it is, and is found to lead nowhere.
 */
const FUNCTIONS: Readonly<Record<string, (argument: unknown, known: Known) => unknown>> = {
  Ref: (name, { pseudo }) => pseudo[String(name).replace("AWS::", "")],
  "Fn::Sub": (text, { pseudo }) =>
    String(text).replace(/\$\{AWS::(\w+)\}/g, (all, name: string) => pseudo[name] ?? all),
  "Fn::GetAtt": (path) => {
    const [role, attribute] = path as readonly string[];
    return attribute === "Arn" ? `\${aws_iam_role.${role}.arn}` : path;
  },
  "Fn::Equals": (pair, known) => {
    const [left, right] = evaluated(pair, known) as readonly unknown[];
    return left === right;
  },
  "Fn::Or": (conditions, known) => (evaluated(conditions, known) as readonly unknown[]).some(Boolean),
  "Fn::If": (choice, known) => {
    const [condition, met, unmet] = choice as readonly [string, unknown, unknown];
    return evaluated(evaluated(known.conditions[condition], known) ? met : unmet, known);
  },
};

/** The value that a part of a template has where it is deployed. */
export function evaluated(part: unknown, known: Known): unknown {
  if (Array.isArray(part)) return part.map((entry) => evaluated(entry, known));
  if (part === null || typeof part !== "object") return part;
  const [[name = "", argument] = [], ...others] = Object.entries(part);
  const call = others.length === 0 ? FUNCTIONS[name] : undefined;
  if (call) return call(argument, known);
  return Object.fromEntries(Object.entries(part).map(([key, entry]) => [key, evaluated(entry, known)]));
}
