import type { SERVICE } from "../aws";
import type { Finding, Link, Place, Problem, Source } from "./finding";
import type { StackView } from "./stack";

/** The services that publish alerts. */
export type Service = typeof SERVICE.cloudwatch | typeof SERVICE.events;

/** An alarm or a rule, with what it publishes to. */
export interface Publisher {
  readonly stack: StackView;
  readonly source: Source;
  readonly service: Service;
  /** Its ARN, which the service sends as `aws:SourceArn`. */
  readonly arn: string;
  readonly destinations: readonly Destination[];
  /** What is wrong before anything is published. */
  readonly findings: readonly Finding[];
}

/** Where a publisher sends to. */
export interface Destination {
  /** The ARN, or a reference that leads to none. */
  readonly to: { readonly arn: string } | { readonly dangling: string };
  /** The argument that names the role which the publisher assumes for it. */
  readonly role?: unknown;
  /** The argument that names the queue for what could not be delivered. */
  readonly deadLetters?: unknown;
}

/** The arguments that name a destination. */
type Arguments = Omit<Destination, "to"> & { readonly arn: unknown };

/** The destinations that arguments name, each once. */
export function destinationsOf(stack: StackView, targets: readonly Arguments[]): Destination[] {
  const found = targets.map(({ arn, ...others }): [string, Destination] => {
    const value = stack.value(arn);
    const to = value.kind === "text" ? { arn: value.text } : { dangling: String(arn) };
    return [JSON.stringify(to), { to, ...others }];
  });
  return [...new Map(found).values()];
}

/** Whether a destination is a topic, or an event bus, by its ARN. */
export const isTopic = ({ to }: Destination): boolean => "arn" in to && /^arn:[^:]+:sns:/.test(to.arn);
export const isBus = ({ to }: Destination): boolean =>
  "arn" in to && /^arn:[^:]+:events:[^:]*:\d*:event-bus\//.test(to.arn);

export const broken = (source: Source, link: Link, at: Place, problem: Problem): Finding => ({
  verdict: "broken",
  source,
  link,
  at,
  problem,
});

export const open = (source: Source, what: Extract<Finding, { verdict: "open" }>["open"]): Finding => ({
  verdict: "open",
  source,
  open: what,
});
