import type { Partition } from "../aws";
import type { ChatSetting, Secret } from "../config";
import type { AlarmSpec, FilterSpec, Severity } from "../controls";
import type { MessageTemplate } from "../events";

/** A text as AWS shall see it, or the variable that holds it. */
export type TextOrSecret = string | Secret;

/** The role that Terraform assumes in a target's account. */
export interface TargetRole {
  readonly arn: string;
  readonly externalId?: TextOrSecret;
  readonly sessionName?: string;
}

/** How a topic that a stack makes keeps its messages. */
export type TopicEncryption =
  /** By a key that is made for it, which only these roles may disable or delete; with none named, any administrator. */
  | { readonly kind: "managed"; readonly keepers: readonly string[] }
  /** By a key that exists. */
  | { readonly kind: "existing"; readonly keyArn: string }
  | { readonly kind: "none" };

/** A topic that the stack makes. */
export interface MadeTopic {
  readonly kind: "made";
  /** Terraform address without its type. */
  readonly address: string;
  readonly name: string;
  readonly arn: string;
  readonly displayName?: string;
  readonly encryption: TopicEncryption;
  /** Ids of the accounts whose alarms and rules may publish, sorted. */
  readonly publishers: readonly string[];
}

/** A topic that the stack uses as it is: one outside the fleet, or one that a hub's stack makes. */
export interface UsedTopic {
  readonly kind: "existing" | "hub";
  readonly address: string;
  readonly name: string;
  readonly arn: string;
}

/** A topic that a target's alarms publish to, with its subscriptions. */
export type TargetTopic = (MadeTopic | UsedTopic) & { readonly subscriptions: readonly TargetSubscription[] };

/** One endpoint on a topic. Policies are JSON texts. */
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
  /** Address of the topic that the alarm publishes to. */
  readonly topic: string;
  /** Whether it publishes too when it is over. */
  readonly notifyOk: boolean;
  /** ARNs of what the alarm acts on beside the topic: when it fires, and when it is over. */
  readonly further: { readonly alarm: readonly string[]; readonly ok: readonly string[] };
}

/** An alarm on a metric that no control counts. */
export interface TargetMetricAlarm {
  /** Terraform address without its type. */
  readonly address: string;
  readonly metric: {
    readonly namespace: string;
    readonly name: string;
    readonly dimensions?: Readonly<Record<string, string>>;
  };
  readonly alarm: AlarmSpec;
  /** Addresses of the topics that it publishes to. */
  readonly topics: readonly string[];
  /** Whether it publishes too when it is over. */
  readonly notifyOk: boolean;
  /** ARNs of what the alarm acts on beside the topics: when it fires, and when it is over. */
  readonly further: { readonly alarm: readonly string[]; readonly ok: readonly string[] };
}

/** A harmless call that goes the way of a key event, again and again. */
export interface TargetHeartbeat {
  /** Name of the schedule that calls, and of the role that it calls with. */
  readonly name: string;
  readonly rate: string;
  /** The operation, as EventBridge Scheduler names it, and what it is given, as JSON. */
  readonly operation: string;
  readonly input: string;
  /** The one action that the role may do. */
  readonly action: string;
  /** What counts the calls. */
  readonly filter: FilterSpec;
}

/** How the alert path itself is watched. */
export interface TargetLiveness {
  /** Each with the id of its check, after which its runbook is called. */
  readonly alarms: readonly (TargetMetricAlarm & { readonly check: string })[];
  readonly heartbeat?: TargetHeartbeat;
}

/** A dashboard, with its widgets as the JSON that CloudWatch takes. */
export interface TargetDashboard {
  readonly name: string;
  readonly body: string;
}

/** A query of CloudWatch Logs Insights that is kept under a name. */
export interface TargetQuery {
  /** Terraform address without its type. */
  readonly address: string;
  readonly name: string;
  readonly query: string;
}

/** A trail that the stack makes. */
export interface MadeTrail {
  readonly name: string;
  readonly arn: string;
  readonly bucket: string;
  /** Alias of the key that encrypts the events. */
  readonly keyAlias: string;
  /** The roles that alone may end the key or take events away; with none named, any administrator. */
  readonly keepers: readonly string[];
  /** Name of the role with which CloudTrail writes to the log group. */
  readonly role: string;
  readonly retentionDays: number;
}

/** The trail whose events are watched. */
export interface TargetTrail {
  readonly logGroup: string;
  /** Where in the config it is named; accounts go by their id. */
  readonly configPath: string;
  /** Whether it records every account of the organization, not the target's alone. */
  readonly organization: boolean;
  /** Given where the stack makes the trail. */
  readonly created?: MadeTrail;
}

/** An EventBridge rule that publishes a message. */
export interface TargetRule {
  /** Terraform address without its type. */
  readonly address: string;
  readonly name: string;
  /** Name of the hub's bus where it listens to that, to which accounts of the fleet send; else to the account's own events. */
  readonly bus?: string;
  readonly description: string;
  /** Event pattern, as JSON. */
  readonly pattern: string;
  readonly message: MessageTemplate;
  /** Address of the topic that it publishes to. */
  readonly topic: string;
}

/** What tells of events within seconds. */
export interface TargetFastPath {
  readonly rules: readonly TargetRule[];
  /** Given where the account's events go to the bus of a hub. */
  readonly relay?: {
    readonly name: string;
    readonly pattern: string;
    readonly busArn: string;
    readonly role: string;
  };
  /** Given where a hub's bus is made: the accounts that may send to it, sorted, and the organization all of which may. */
  readonly bus?: {
    readonly name: string;
    readonly arn: string;
    readonly senders: readonly string[];
    readonly organization?: string;
  };
  /** Where events go that could not be delivered, the ARNs of the rules that may send there, and the alarm on it. */
  readonly undelivered: {
    readonly name: string;
    readonly arn: string;
    readonly senders: readonly string[];
    readonly alarm: TargetMetricAlarm;
  };
}

/** What makes the accounts of an organization, listed or not, send their key events to a hub. */
export interface TargetOrganization {
  /** Id of the organization. */
  readonly id: string;
  /** Name of the StackSet. */
  readonly stackSet: string;
  /** Ids of the root or of the organizational units whose accounts send, sorted. */
  readonly units: readonly string[];
  /** Regions whose events are sent, to the hub's bus in the same region; sorted. */
  readonly regions: readonly string[];
  /** Whose StackSet it is: the management account's, or that of a delegated administrator. */
  readonly callAs: "SELF" | "DELEGATED_ADMIN";
  /** Accounts that do not send, and `<account>/<region>` of those that do not from there; sorted. */
  readonly silent: readonly string[];
  /** CloudFormation template of what sends the events of an account and region, as JSON. */
  readonly template: string;
}

/** A chat channel that shows the alerts. */
export type TargetChat = ChatSetting;

/** Where Terraform keeps a stack's state: the kind people know it by, and the block that says it. */
export interface StateBlock {
  readonly kind: string;
  readonly block: { readonly backend: Readonly<Record<string, object>> } | { readonly cloud: object };
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
  /** When it is deployed in a staged rollout: the number of its wave, from 1. */
  readonly wave: number;
  readonly versions: { readonly terraform: string; readonly aws: string };
  readonly state: StateBlock;
  readonly role?: TargetRole;
  /** Region in which STS is asked; without it, the target's region. */
  readonly stsRegion?: string;
  /** ARN of the policy that bounds the roles that the stack makes; without it they are not bounded. */
  readonly permissionsBoundary?: string;
  readonly tags: Readonly<Record<string, string>>;
  /** Absent where nothing is watched: in a hub alone, and in what has retired. */
  readonly trail?: TargetTrail;
  /** The common topic first, then those of severities. Empty in what has retired. */
  readonly topics: readonly TargetTopic[];
  /** Empty where there is no trail to watch. */
  readonly controls: readonly TargetControl[];
  readonly chat: readonly TargetChat[];
  /** Absent where it is off. */
  readonly fastPath?: TargetFastPath;
  /** Absent where the alert path is not watched. */
  readonly liveness?: TargetLiveness;
  /** Absent where there is none. */
  readonly dashboard?: TargetDashboard;
  /** Absent where there are none. */
  readonly queries?: readonly TargetQuery[];
  /** Given where the stack is that of an organization's accounts, and of nothing else. */
  readonly organization?: TargetOrganization;
  /** What exists and is taken over: Terraform addresses with types, and the ids that the provider imports by. */
  readonly adopted: readonly { readonly to: string; readonly id: string }[];
  /**
   * Given where the target has left the fleet: email subscriptions on topics that stay. Terraform cannot delete one that
   * was never confirmed; SNS does after about three days.
   */
  readonly retired?: { readonly emails: readonly string[] };
  /** Ids of the stacks that must be deployed before. */
  readonly dependsOn: readonly string[];
}
