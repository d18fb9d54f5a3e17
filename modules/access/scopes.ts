import {
  alarmArn,
  aliasArn,
  bucketArn,
  type Condition,
  exactName,
  keyArn,
  type Locality,
  logGroupArn,
  roleArn,
  ruleArn,
  SERVICE,
} from "../aws";
import { furtherAlarms, localityOf, type MadeTopic, type MadeTrail, type Target, type TargetTopic } from "../fleet";
import type { Scope } from "./need";

/*
 * What the actions work on. AWS says which actions can be limited to it.
 * Source: Service Authorization Reference, "Actions, resources, and condition keys for AWS services".
 */

export const EVERYTHING = ["*"] as const;

/** The label of what cannot be limited at all. */
export const NO_NARROWER = "everything; AWS offers no narrower scope";

/** Lets a role be given to one service alone. */
export const passedTo = (service: string): Condition => ({ StringEquals: { "iam:PassedToService": service } });

const madeTopics = ({ topics }: Target) =>
  topics.filter((topic): topic is MadeTopic & TargetTopic => topic.kind === "made");

const ofCreatedTrail = (on: (trail: MadeTrail, at: Locality) => readonly string[]) => (target: Target) =>
  target.trail?.created ? on(target.trail.created, localityOf(target)) : [];

const hasManagedKey = (target: Target): boolean =>
  target.trail?.created !== undefined || madeTopics(target).some(({ encryption }) => encryption.kind === "managed");

/** A log group under both ARNs that AWS asks by: `:*` is added by all but the tagging actions. */
const bothForms = (arn: string): string[] => [arn, `${arn}:*`];

export const FIND_LOG_GROUPS: Scope = {
  sid: "FindLogGroups",
  label: NO_NARROWER,
  on: ({ trail }) => (trail ? EVERYTHING : []),
};

export const LOG_GROUP: Scope = {
  sid: "LogGroup",
  label: "the trail's log group",
  on: (target) => (target.trail ? bothForms(logGroupArn(localityOf(target), target.trail.logGroup)) : []),
};

export const MADE_LOG_GROUP: Scope = {
  sid: "MadeLogGroup",
  label: "the log group that is made",
  on: (target) => (target.trail?.created ? LOG_GROUP.on(target) : []),
};

export const ALARMS: Scope = {
  sid: "Alarms",
  label: "the alarms",
  on: (target) =>
    [...target.controls, ...furtherAlarms(target)].map(({ alarm }) =>
      alarmArn(localityOf(target), exactName(alarm.name)),
    ),
};

export const TOPICS: Scope = {
  sid: "Topics",
  label: "the topics that are made",
  on: (target) => madeTopics(target).map(({ arn }) => arn),
};

/** A subscription's ARN is its topic's with an id behind it, and the ARN that AWS asks by is the topic's. */
export const SUBSCRIPTIONS: Scope = {
  sid: "Subscriptions",
  label: "the topics that have subscriptions",
  on: ({ topics }) => topics.flatMap(({ arn, subscriptions }) => (subscriptions.length > 0 ? [arn, `${arn}:*`] : [])),
};

export const MAKE_KEYS: Scope = {
  sid: "MakeKeys",
  label: "everything; a key has no name before it is made",
  on: (target) => (hasManagedKey(target) ? EVERYTHING : []),
};

/** A key has no name that could be known: what the role may do to others, their own policies say. */
export const KEYS: Scope = {
  sid: "Keys",
  label: "keys of the account and region that their own policies allow",
  on: (target) => (hasManagedKey(target) ? [keyArn(localityOf(target), "*")] : []),
};

export const FIND_ALIASES: Scope = {
  sid: "FindAliases",
  label: NO_NARROWER,
  on: ofCreatedTrail(() => EVERYTHING),
};

export const TRAIL_ALIAS: Scope = {
  sid: "TrailAlias",
  label: "the alias of the trail's key, and keys of the account and region",
  on: ofCreatedTrail(({ keyAlias }, at) => [aliasArn(at, keyAlias), keyArn(at, "*")]),
};

export const FIND_TRAILS: Scope = {
  sid: "FindTrails",
  label: NO_NARROWER,
  on: ofCreatedTrail(() => EVERYTHING),
};

export const TRAIL: Scope = {
  sid: "Trail",
  label: "the trail that is made",
  on: ofCreatedTrail(({ arn }) => [arn]),
};

export const TRAIL_BUCKET: Scope = {
  sid: "TrailBucket",
  label: "the bucket of the trail that is made",
  on: ofCreatedTrail(({ bucket }, at) => [bucketArn(at, bucket)]),
};

export const RULES: Scope = {
  sid: "Rules",
  label: "the rules of the fast path",
  on: (target) => {
    const { rules = [], relay } = target.fastPath ?? {};
    const at = localityOf(target);
    return [...rules.map(({ name, bus }) => ruleArn(at, name, bus)), ...(relay ? [ruleArn(at, relay.name)] : [])];
  },
};

/** The roles with which AWS does what the stacks ask of it. */
const rolesOf = {
  trail: ofCreatedTrail(({ role }, at) => [roleArn(at, role)]),
  relay: (target: Target) => (target.fastPath?.relay ? [roleArn(localityOf(target), target.fastPath.relay.role)] : []),
  heartbeat: (target: Target) =>
    target.liveness?.heartbeat ? [roleArn(localityOf(target), target.liveness.heartbeat.name)] : [],
};

export const ROLES: Scope = {
  sid: "Roles",
  label: "the roles of a trail, a relay and a heartbeat that are made",
  on: (target) => [...rolesOf.trail(target), ...rolesOf.relay(target), ...rolesOf.heartbeat(target)],
};

export const PASS_TRAIL_ROLE: Scope = {
  sid: "PassTrailRole",
  label: "the role of the trail, for CloudTrail alone",
  on: rolesOf.trail,
  condition: passedTo(SERVICE.cloudtrail),
};

export const PASS_RELAY_ROLE: Scope = {
  sid: "PassRelayRole",
  label: "the role of the relay, for EventBridge alone",
  on: rolesOf.relay,
  condition: passedTo(SERVICE.events),
};

export const PASS_HEARTBEAT_ROLE: Scope = {
  sid: "PassHeartbeatRole",
  label: "the role of the heartbeat, for EventBridge Scheduler alone",
  on: rolesOf.heartbeat,
  condition: passedTo(SERVICE.scheduler),
};

export const PASS_SUBSCRIPTION_ROLE: Scope = {
  sid: "PassSubscriptionRole",
  label: "the roles of Firehose subscriptions, for SNS alone",
  on: ({ topics }) =>
    topics.flatMap(({ subscriptions }) => subscriptions.flatMap(({ subscriptionRoleArn: role }) => role ?? [])),
  condition: passedTo(SERVICE.sns),
};
