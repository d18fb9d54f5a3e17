import { type Locality, logGroupArn, REGIONS, topicArn } from "../aws";
import type { Body, SynthesizedStack } from "./synthesized";

/** A resource as a stack has it. */
export interface Resource {
  /** Terraform address: `aws_sns_topic.alerts`. */
  readonly address: string;
  readonly body: Body;
}

/** What an argument says before anything is applied. */
export type Value =
  | { readonly kind: "text"; readonly text: string }
  /** An attribute that AWS makes up, such as a key's id. */
  | { readonly kind: "attribute"; readonly resource: Resource; readonly attribute: string }
  /** A reference to nothing, or an expression that Keywatch does not write. */
  | { readonly kind: "unknown"; readonly text: string };

/** Attributes that AWS makes of a name, and so are known before. */
const KNOWN: Readonly<Record<string, (at: Locality, name: string) => string>> = {
  "aws_sns_topic.arn": topicArn,
  "aws_sns_topic.id": topicArn,
  "aws_cloudwatch_log_group.arn": logGroupArn,
  "aws_cloudwatch_log_group.id": (_, name) => name,
};

/** A piece of a template: an expression, in which quotes may hold anything, or the text up to the next one. */
const PIECE = /\$\{(?<expression>(?:"(?:[^"\\]|\\.)*"|[^"}])*)\}|[^$]+|\$/g;

/** `aws_sns_topic.alerts.arn`, or deeper: `aws_cloudwatch_log_metric_filter.cis_4_7.metric_transformation[0].name`. */
const REFERENCE = /^(?<type>[a-z0-9_]+)\.(?<name>[\w-]+)\.(?<path>\w+(?:\[\d+\]|\.\w+)*)$/;

/** One synthesized stack, to look things up in. */
export class StackView {
  readonly id: string;
  readonly expected: SynthesizedStack["expected"];
  /** Where its provider works. */
  readonly at: Locality;

  constructor(private readonly stack: SynthesizedStack) {
    this.id = stack.id;
    this.expected = stack.expected;
    const [provider] = stack.terraform.provider?.aws ?? [];
    const region = provider?.region ?? "";
    this.at = {
      partition: REGIONS.get(region)?.partition ?? "aws",
      region,
      account: provider?.allowed_account_ids?.[0] ?? "",
    };
  }

  /** The resources of a type. */
  resources(type: string): Resource[] {
    return Object.entries(this.stack.terraform.resource?.[type] ?? {}).map(([name, body]) => ({
      address: `${type}.${name}`,
      body,
    }));
  }

  /** The data source of an address. */
  data(type: string, name: string): Body | undefined {
    return this.stack.terraform.data?.[type]?.[name];
  }

  /** What an argument says: Terraform's templates in it are read, and references of the stack followed. */
  value(argument: unknown): Value {
    const template = String(argument ?? "");
    if (!template.includes("$")) return { kind: "text", text: template };
    const pieces = [...template.matchAll(PIECE)].map(
      ({ 0: text, groups }): Value =>
        groups?.expression === undefined ? { kind: "text", text } : this.expression(groups.expression),
    );
    if (pieces.length === 1 && pieces[0]) return pieces[0];
    const texts = pieces.flatMap((piece) => (piece.kind === "text" ? [piece.text] : []));
    return texts.length === pieces.length
      ? { kind: "text", text: texts.join("") }
      : { kind: "unknown", text: template };
  }

  /** The text that an argument says, where it is known. */
  text(argument: unknown): string | undefined {
    const value = this.value(argument);
    return value.kind === "text" ? value.text : undefined;
  }

  private expression(expression: string): Value {
    if (expression.startsWith('"')) return { kind: "text", text: JSON.parse(expression) };
    const { type = "", name = "", path = "" } = REFERENCE.exec(expression)?.groups ?? {};
    const body = this.stack.terraform.resource?.[type]?.[name];
    if (!body) return { kind: "unknown", text: expression };
    const given = path.split(/[[\].]+/).reduce<unknown>(step, body);
    if (typeof given === "string") return this.value(given);
    const known = KNOWN[`${type}.${path}`];
    const named = this.text(body.name);
    return known && named !== undefined
      ? { kind: "text", text: known(this.at, named) }
      : { kind: "attribute", resource: { address: `${type}.${name}`, body }, attribute: path };
  }
}

/** One step into a body; a block that stands alone is its own first element. */
function step(node: unknown, key: string): unknown {
  if (key === "" || (key === "0" && !Array.isArray(node))) return node;
  return (node as Record<string, unknown> | undefined)?.[key];
}
