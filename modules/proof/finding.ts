import type { Statement } from "../aws";
import type { Refusal } from "./policy";

/** A step of the way from an event to a person. */
export type Link =
  | "metric filter"
  | "alarm"
  | "rule"
  | "action"
  | "role"
  | "role policy"
  | "bus"
  | "bus policy"
  | "topic"
  | "topic policy"
  | "key"
  | "key policy"
  | "queue policy";

/** Where a resource is: a stack, and a Terraform address in it. */
export interface Place {
  readonly stack: string;
  readonly address: string;
}

/** What publishes: the alarm or rule at which a path starts. */
export interface Source extends Place {
  readonly account: string;
}

/** Why an alert cannot pass a link. */
export type Problem =
  | { readonly kind: "not-watched"; readonly control: string }
  | { readonly kind: "no-rule" }
  | { readonly kind: "no-alarm" }
  | {
      readonly kind: "elsewhere";
      readonly dimension: string;
      readonly name: string;
      readonly names: readonly string[];
    }
  | { readonly kind: "unfed-metric"; readonly metric: string; readonly fed: readonly string[] }
  | { readonly kind: "other-log-group"; readonly logGroup: string; readonly trail: readonly string[] }
  | { readonly kind: "no-topic" }
  | { readonly kind: "dangling"; readonly expression: string }
  | { readonly kind: "other-region"; readonly region: string; readonly needed: string }
  | { readonly kind: "not-made"; readonly arn: string }
  | { readonly kind: "no-policy" }
  | { readonly kind: "unreadable-policy" }
  | {
      readonly kind: "refused";
      readonly caller: string;
      readonly actions: readonly string[];
      readonly refusal: Refusal;
    }
  | { readonly kind: "no-listener" }
  | { readonly kind: "aws-managed-key"; readonly key: string }
  | { readonly kind: "disabled-key" };

/** A link that no alert passes, and all paths that lead over it. */
export interface Break {
  readonly link: Link;
  readonly at: Place;
  readonly problem: Problem;
  readonly paths: readonly Source[];
}

/** Why a path cannot be walked to its end, or ends with nobody. */
export type Open =
  | { readonly kind: "existing-topic"; readonly arn: string }
  | { readonly kind: "existing-key"; readonly arn: string }
  | { readonly kind: "other-action"; readonly arn: string }
  | { readonly kind: "execution-role"; readonly arn: string }
  | { readonly kind: "silenced" }
  | { readonly kind: "no-subscription"; readonly arn: string };

/** Statements that a policy outside the fleet must hold. */
export interface Addition {
  readonly policy: "topic" | "key";
  /** Needed only if the topic is encrypted, which cannot be seen from here. */
  readonly ifEncrypted?: true;
  readonly statements: readonly Statement[];
}

/** Something that only the owner can make sure of, and all paths that depend on it. */
export interface Note {
  readonly open: Open;
  readonly paths: readonly Source[];
  readonly additions: readonly Addition[];
}

/** What was found on one path. */
export type Finding =
  | {
      readonly verdict: "broken";
      readonly source: Source;
      readonly link: Link;
      readonly at: Place;
      readonly problem: Problem;
    }
  | { readonly verdict: "open"; readonly source: Source; readonly open: Open };

/** What a walk over all paths came to. */
export interface Proof {
  readonly broken: readonly Break[];
  readonly unproven: readonly Note[];
  /** Paths, each from an alarm or rule to a topic, on which everything that can be seen is in order. */
  readonly proven: number;
}
