import type { StackInstanceSummary, StackSet } from "@aws-sdk/client-cloudformation";
import type { Trail } from "@aws-sdk/client-cloudtrail";
import type { MetricAlarm } from "@aws-sdk/client-cloudwatch";
import type { LogGroup, MetricFilter, QueryDefinition } from "@aws-sdk/client-cloudwatch-logs";
import type { KeyMetadata } from "@aws-sdk/client-kms";
import type { Answer } from "../aws";
import type { SeenTrail } from "../trails";

/*
 * What was seen of a target: each API is asked once, and nothing is judged. A secret of the config is never in it.
 */

/** What an alarm did: the newest action on each of its ARNs. */
export interface SeenAction {
  /** ISO time. */
  readonly at: string;
  readonly succeeded: boolean;
  /** What CloudWatch says of it, on one line. */
  readonly summary: string;
}

/** A key, by the id that a topic or a log group names it with. */
export interface SeenKey {
  readonly metadata: KeyMetadata;
  /** Of the keys of topics alone. */
  readonly policy?: Answer<string>;
}

/** Somebody who listens to a topic. */
export interface SeenSubscription {
  readonly protocol: string;
  /** Address, without its type, of the subscription in the config; absent where the config does not list it. */
  readonly address?: string;
  /** Whether it is the one with which chat channels hear. */
  readonly chat: boolean;
  readonly confirmed: boolean;
}

export interface SeenTopic {
  /** Undefined where there is none. */
  readonly attributes: Answer<Readonly<Record<string, string>> | undefined>;
  readonly subscriptions: Answer<readonly SeenSubscription[]>;
  /** Environment variables of the config's secret endpoints that are not set, so that these cannot be recognised. */
  readonly unset: readonly string[];
}

/** A rule of EventBridge. */
export interface SeenRule {
  readonly state: string;
  /** Event pattern, as JSON. */
  readonly pattern: string;
  /** ARNs of what it sends to, of the role with which it does, and of the queue for what could not be delivered. */
  readonly targets: readonly { readonly arn: string; readonly role?: string; readonly queue?: string }[];
}

/** What tells of events within seconds. Policies are JSON; what is undefined does not exist. */
export interface SeenFastPath {
  /** By the path that names them in their ARN. */
  readonly rules: ReadonlyMap<string, Answer<SeenRule | undefined>>;
  /** The dead-letter queue, and how many messages it keeps, about. */
  readonly queue: Answer<{ readonly policy: string; readonly messages: number } | undefined>;
  /** Asked in hubs alone. */
  readonly bus?: Answer<{ readonly policy: string } | undefined>;
}

/** A role with which a service of AWS acts for the stack. Policies are JSON. */
export interface SeenRole {
  readonly trust: string;
  /** ARN of its permissions boundary, where it has one. */
  readonly boundary?: string;
  /** The policy of the stack's; undefined where it has none of that name. */
  readonly permission: Answer<string | undefined>;
}

/** A schedule of EventBridge Scheduler. */
export interface SeenSchedule {
  readonly state: string;
  readonly rate: string;
  /** ARN of the operation that it calls, what it gives it, as JSON, and the ARN of the role with which it does. */
  readonly operation: string;
  readonly input: string;
  readonly role: string;
}

/** The StackSet of an organization. */
export interface SeenStackSet {
  readonly stackSet: StackSet;
  readonly instances: Answer<readonly StackInstanceSummary[]>;
}

/** All that was seen of a target. */
export interface Seen {
  /** ISO time at which the target was asked; whatever is a matter of time is judged by it. */
  readonly at: string;
  /** The trails of the account, by what they write to. */
  readonly trails?: Answer<{ readonly feeding: readonly SeenTrail[]; readonly others: readonly Trail[] }>;
  readonly logGroup?: Answer<LogGroup | undefined>;
  readonly filters?: Answer<readonly MetricFilter[]>;
  /** By name. */
  readonly alarms: Answer<ReadonlyMap<string, MetricAlarm>>;
  /** The newest action of each alarm on its topic, by the alarm's name. */
  readonly actions: ReadonlyMap<string, Answer<SeenAction | undefined>>;
  /** By address. Topics of hubs are seen where they are made. */
  readonly topics: ReadonlyMap<string, SeenTopic>;
  readonly fastPath?: SeenFastPath;
  /** Of the stack of an organization alone. */
  readonly stackSet?: Answer<SeenStackSet | undefined>;
  /** By name. */
  readonly roles: ReadonlyMap<string, Answer<SeenRole | undefined>>;
  /** Of the heartbeat. */
  readonly schedule?: Answer<SeenSchedule | undefined>;
  /** Whether it exists. */
  readonly dashboard?: Answer<boolean>;
  /** The saved queries whose names begin with the fleet's. */
  readonly queries?: Answer<readonly QueryDefinition[]>;
  /** By id. */
  readonly keys: ReadonlyMap<string, Answer<SeenKey>>;
}
