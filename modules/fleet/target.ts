import type { Partition } from "../aws";
import type { Secret } from "../config";
import type { AlarmSpec, FilterSpec, Severity } from "../controls";

/** A text as AWS shall see it, or the variable that holds it. */
export type TextOrSecret = string | Secret;

/** The role that Terraform assumes in a target's account. */
export interface TargetRole {
  readonly arn: string;
  readonly externalId?: TextOrSecret;
  readonly sessionName?: string;
}

/** The topic that a target's alarms publish to: one that its stack makes, or one that exists. */
export type TargetTopic =
  | { readonly kind: "made"; readonly name: string; readonly displayName?: string }
  | { readonly kind: "existing"; readonly name: string; readonly arn: string };

/** One endpoint on the topic. Policies are JSON texts. */
export interface TargetSubscription {
  /** Terraform address without its type. */
  readonly address: string;
  readonly protocol: string;
  readonly endpoint: TextOrSecret;
  readonly filterPolicy?: string;
  readonly filterPolicyScope?: string;
  readonly redrivePolicy?: string;
  readonly deliveryPolicy?: string;
  readonly rawMessageDelivery?: boolean;
  readonly endpointAutoConfirms?: boolean;
  readonly confirmationTimeoutInMinutes?: number;
  readonly subscriptionRoleArn?: string;
}

/** One control that is on in a target. */
export interface TargetControl {
  /** As the config names it: `cis-4.7`. */
  readonly id: string;
  readonly severity: Severity;
  readonly filter: FilterSpec;
  readonly alarm: AlarmSpec;
}

/**
 * One account and one region, with nothing left to default. Constructs and commands take targets and never look into
 * the config again. Texts are as AWS shall see them.
 */
export interface Target {
  readonly stackId: string;
  readonly account: { readonly id: string; readonly name: string };
  readonly region: string;
  readonly partition: Partition;
  readonly versions: { readonly terraform: string; readonly aws: string };
  /** The `backend` or `cloud` block of the stack's `terraform` settings. */
  readonly state: StateBlock;
  readonly role?: TargetRole;
  /** Region in which STS is asked; without it, the target's region. */
  readonly stsRegion?: string;
  readonly tags: Readonly<Record<string, string>>;
  /** The trail's log group, and where in the config it is named. */
  readonly logGroup: { readonly name: string; readonly configPath: string };
  readonly topic: TargetTopic;
  readonly subscriptions: readonly TargetSubscription[];
  readonly controls: readonly TargetControl[];
}

/** Where Terraform keeps a stack's state: the kind people know it by, and the block that says it. */
export interface StateBlock {
  readonly kind: string;
  readonly block: { readonly backend: Readonly<Record<string, object>> } | { readonly cloud: object };
}
