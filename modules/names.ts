import { createHash } from "node:crypto";
import type { Severity } from "./controls";

/*
 * Every name that Keywatch makes. None depends on a position in a list or on a display name, so that reordering or
 * renaming changes no address and replaces no resource.
 */

/** Id of a target's stack, which is also its HCP workspace. */
export const stackId = (fleet: string, account: string, region: string): string => `${fleet}-${account}-${region}`;

/** What CDKTF writes into an output folder: a folder of stacks, in it a folder for each, by its id, and in that the stack. */
export const STACKS = "stacks";
export const STACK_FILE = "cdk.tf.json";

/** Name of the fleet that a target's stack belongs to. */
export const fleetOf = (stack: string, account: string, region: string): string =>
  stack.slice(0, -stackId("", account, region).length);

/** Where a target's state lies below the fleet's bucket or folder, with `{account}` and `{region}` to be filled in. */
export const stateKey = (fleet: string): string => `${fleet}/{account}/{region}.tfstate`;

/** Id of the stack that makes the bucket of the states, and where in it its own state lies. */
export const stateStackId = (fleet: string): string => `${fleet}-state`;
export const stateStackKey = (fleet: string): string => `${fleet}/state.tfstate`;

/** Id of the stack by which an organization's accounts send to a hub, and where its state lies. */
export const organizationStackId = (fleet: string): string => `${fleet}-organization`;
export const organizationStateKey = (fleet: string): string => `${fleet}/organization.tfstate`;

/**
 * Names of what an organization's accounts send to a hub with. They are others than those of the relay of an account of
 * the fleet, which CloudFormation and Terraform would take from each other.
 *
 * @param region IAM has no regions, so that the role of each needs a name of its own
 */
export const organizationNames = (fleet: string, region: string) => ({
  /** StackSets have no `_` in their names. */
  stackSet: organizationStackId(fleet).replaceAll("_", "-"),
  rule: organizationStackId(fleet),
  role: `${organizationStackId(fleet)}-${region}`,
});

/** Terraform addresses, without types, of a StackSet and of its stacks in the accounts of a unit in a region. */
export const ORGANIZATION_ADDRESS = {
  stackSet: "organization",
  stacks: (unit: string, region: string) => controlAddress(`organization_${unit}_${region}`),
} as const;

/** Logical ids of what the StackSet's template makes. */
export const ORGANIZATION_RESOURCES = { role: "Role", rule: "Relay" } as const;

/** Id of the stack that makes the workspaces of HCP Terraform, and of the workspace that keeps its own state. */
export const workspacesStackId = (fleet: string): string => `${fleet}-workspaces`;

/**
 * Terraform addresses, without types, of what that stack holds. The workspace of a stack and its settings go by the
 * stack's id.
 */
export const WORKSPACES_ADDRESS = {
  project: "project",
  /** The workspace that keeps the stack's own state. */
  self: "self",
  /** What all workspaces have in common. */
  common: "common",
  commonVariable: (category: string, key: string) => `common_${category}_${key}`,
  variable: (stack: string, key: string) => `${stack}_${key}`,
  trigger: (stack: string, source: string) => `${stack}_after_${source}`,
} as const;

/** Terraform addresses, without types, of the bucket of the states and of its copy. */
export const STATE_ADDRESS = { bucket: "state", replica: "replica" } as const;

/** Name of the copy of a bucket, where the config does not name it. */
export const replicaName = (bucket: string): string => `${bucket}-replica`;

/** Name of the role with which S3 makes the copy. */
export const replicaRoleName = (stack: string): string => `${stack}-replica`;

/** Terraform address, without its type, of the trail that a stack makes and of the look-up of its log group. */
export const TRAIL_ADDRESS = "trail";

/** Terraform address, without its type, of a topic with its policy and key. */
export const topicAddress = (severity?: Severity): string => (severity ? `alerts_${severity}` : "alerts");

/** Terraform address, without its type, of a control's filter and alarm: `cis-4.7` is `cis_4_7`. */
export const controlAddress = (controlId: string): string => controlId.replace(/[^A-Za-z0-9]+/g, "_");

/**
 * Terraform address, without its type, of a subscription.
 *
 * @param key what tells its endpoint from others
 * @param severity of the topic, unless it is the common one
 */
export const subscriptionAddress = (protocol: string, key: string, severity?: Severity): string =>
  [protocol, shortHash(key), ...(severity ? [severity] : [])].join("_");

/** Names of what the fast path of a fleet consists of, in one account and region. */
export const fastPathNames = (fleet: string, account: string, region: string) => ({
  /** Of the rule of an alert, on whichever bus. */
  rule: (alert: string) => `${fleet}-${alert}`,
  /** Of the rule that sends an account's events to the hub, and of the role that it does so with. */
  relay: `${fleet}-relay`,
  relayRole: `${stackId(fleet, account, region)}-relay`,
  bus: `${fleet}-keys`,
  queue: `${fleet}-undelivered`,
  queueAlarm: `${fleet}-undelivered-${account}-${region}`,
});

/** Terraform addresses, without types, of what the fast path consists of. */
export const FAST_PATH = {
  rule: (alert: string) => `event_${controlAddress(alert)}`,
  hubRule: (alert: string) => `hub_event_${controlAddress(alert)}`,
  relay: "event_relay",
  bus: "event_hub",
  queue: "event_undelivered",
} as const;

/**
 * Terraform address, without its type, of the alarm of a check of the alert path: `liveness_trail_silent`.
 *
 * @param topic address of the topic that is watched, where it is one
 */
export const livenessAddress = (check: string, topic?: string): string =>
  ["liveness", controlAddress(check), ...(topic ? [topic] : [])].join("_");

/** Name of the same alarm, made of the check's. */
export const livenessAlarmName = (name: string, topic?: string): string => (topic ? `${name}-${topic}` : name);

/** Terraform address, without its type, of the heartbeat's schedule, role and metric filter. */
export const HEARTBEAT_ADDRESS = "heartbeat";

/** Name of the heartbeat's schedule and of its role; both may have 64 characters. */
export const heartbeatName = (stack: string): string => `${stack}-beat`;

/** Names of the policies that say what the roles of a relay and a heartbeat may do. */
export const ROLE_POLICIES = { relay: "send-to-hub", heartbeat: "beat" } as const;

/** Terraform address, without its type, of a target's dashboard. */
export const DASHBOARD_ADDRESS = "dashboard";

/** Terraform address, without its type, of a saved query, and its name: those of a fleet stand in one folder. */
export const queryAddress = (query: string): string => `query_${controlAddress(query)}`;
export const queryName = (fleet: string, title: string): string => `${fleet}/${title}`;

/** Terraform address, without its type, of a chat channel. */
export const chatAddress = (type: string, key: string): string => `${type}_${shortHash(key)}`;

/** Name of a chat channel's configuration, unique in the account. */
export const chatName = (stack: string, type: string, key: string): string => `${stack}-${chatAddress(type, key)}`;

const shortHash = (key: string): string => createHash("sha256").update(key).digest("hex").slice(0, 8);

/** Name of a topic that the config does not name. */
export const DEFAULT_TOPIC_NAME = "KMSCustomerKeyEvents";
export const defaultTopicName = (severity?: Severity): string =>
  severity ? `${DEFAULT_TOPIC_NAME}-${severity}` : DEFAULT_TOPIC_NAME;

/** Alias of the key that is made for a trail. */
export const keyAlias = (name: string): string => `alias/${name}`;

/**
 * Names of what a created trail consists of, where the config does not name it. Bucket names are known worldwide and at
 * most 63 characters long; in a trail's name no two of `.`, `_` and `-` stand side by side.
 */
export const trailNames = (fleet: string, account: string, region: string) => ({
  trail: `${fleet}-trail`.replace(/[_-]{2,}/g, "-"),
  bucket: `${fleet}-logs-${account}-${region}`.toLowerCase().replaceAll("_", "-"),
  logGroup: `${fleet}/trail`,
  role: `${stackId(fleet, account, region)}-trail`,
});

/** The roles that `keywatch permissions` describes, where the config does not name them. */
export const ROLE_NAMES = {
  deploy: "keywatch-deploy",
  plan: "keywatch-plan",
  audit: "keywatch-audit",
  drill: "keywatch-drill",
  pipeline: "keywatch-pipeline",
  bootstrap: "keywatch-bootstrap",
  discover: "keywatch-discover",
} as const;

/** Name of the role of a pipeline that changes nothing, by what it does in the accounts: `keywatch-pipeline-plan`. */
export const readingPipelineName = (kinds: readonly string[]): string => [ROLE_NAMES.pipeline, ...kinds].join("-");

/** The tag of a key that a drill makes: by it the drill's role is kept from every other key. */
export const DRILL_TAG = { key: "keywatch", value: "drill" } as const;

/**
 * The spec of a drill's key. Whoever may tag a key of a drill may give its tag to any other key; a key of this spec encrypts
 * nothing, so that one that does is never taken for a drill's.
 */
export const DRILL_KEY_SPEC = "HMAC_224";

/** What the names of all queues start with that drills make. */
export const DRILL_QUEUES = "keywatch-drill-";

/** What the names of a drill's queues in a target start with. */
export const drillQueuePrefix = (account: string, region: string): string => `${DRILL_QUEUES}${account}-${region}-`;

/** Names of a stack's outputs; those of a control start with its address. */
export const OUTPUTS = {
  topicName: "topic_name",
  topicArn: "topic_arn",
  alarmName: (control: string) => `${controlAddress(control)}_alarm_name`,
  alarmArn: (control: string) => `${controlAddress(control)}_alarm_arn`,
  filterName: (control: string) => `${controlAddress(control)}_filter_name`,
  filterLogGroupArn: (control: string) => `${controlAddress(control)}_filter_log_group_arn`,
} as const;
