import { keyArn, parseArn, trailArn } from "../../aws";
import { localityOf, type Target } from "../../fleet";
import type { Need, Scope } from "../need";
import {
  ALARMS,
  EVERYTHING,
  FIND_LOG_GROUPS,
  LOG_GROUP,
  NO_NARROWER,
  PASS_HEARTBEAT_ROLE,
  PASS_RELAY_ROLE,
  RULES,
} from "../scopes";
import { ADMINISTRATORS, STACK_SET } from "./cloudformation";
import { DASHBOARD } from "./cloudwatch";
import { BUS } from "./events";
import { QUERIES } from "./logs";
import { SCHEDULE } from "./scheduler";
import { QUEUE } from "./sqs";

const watched = ({ trail }: Target): boolean => trail !== undefined;

const FIND_TRAILS: Scope = {
  sid: "FindTrails",
  label: NO_NARROWER,
  on: (target) => (watched(target) ? EVERYTHING : []),
};

/** Which trail writes to a log group is not known: it may live in another region, and be another account's. */
const TRAILS: Scope = {
  sid: "Trails",
  label: "trails",
  on: (target) => (watched(target) ? [trailArn({ ...localityOf(target), account: "*", region: "*" }, "*")] : []),
};

/** Those of hubs are looked at in the hub. */
const ownTopics = ({ topics }: Target) => topics.filter(({ kind }) => kind !== "hub");

const TOPICS: Scope = {
  sid: "Topics",
  label: "the topics, but those of hubs",
  on: (target) => ownTopics(target).map(({ arn }) => arn),
};

/** A topic's key is known once the topic is asked; it is of the topic's account. */
const KEYS: Scope = {
  sid: "Keys",
  label: "keys of the topics' accounts",
  on: (target) => [
    ...ownTopics(target).map(({ arn }) =>
      keyArn({ ...localityOf(target), account: parseArn(arn)?.accountId ?? "" }, "*"),
    ),
    ...(watched(target) ? [keyArn(localityOf(target), "*")] : []),
  ],
};

const ACTING_ROLES: Scope = {
  sid: "ActingRoles",
  label: "the roles of a relay and a heartbeat",
  on: (target) => [...PASS_RELAY_ROLE.on(target), ...PASS_HEARTBEAT_ROLE.on(target)],
};

/** What `keywatch audit` asks of a target. */
export const AUDIT_NEEDS: readonly Need[] = [
  { scope: FIND_TRAILS, read: ["cloudtrail:DescribeTrails"] },
  { scope: TRAILS, read: ["cloudtrail:GetTrailStatus", "cloudtrail:GetEventSelectors"] },
  { scope: FIND_LOG_GROUPS, read: ["logs:DescribeLogGroups"] },
  { scope: LOG_GROUP, read: ["logs:DescribeMetricFilters"] },
  { scope: ALARMS, read: ["cloudwatch:DescribeAlarms", "cloudwatch:DescribeAlarmHistory"] },
  { scope: RULES, read: ["events:DescribeRule", "events:ListTargetsByRule"] },
  { scope: QUEUE, read: ["sqs:GetQueueAttributes"] },
  { scope: BUS, read: ["events:DescribeEventBus"] },
  { scope: STACK_SET, read: ["cloudformation:DescribeStackSet", "cloudformation:ListStackInstances"] },
  { scope: ADMINISTRATORS, read: ["organizations:ListDelegatedAdministrators"] },
  { scope: ACTING_ROLES, read: ["iam:GetRole", "iam:GetRolePolicy"] },
  { scope: SCHEDULE, read: ["scheduler:GetSchedule"] },
  { scope: DASHBOARD, read: ["cloudwatch:GetDashboard"] },
  { scope: QUERIES, read: ["logs:DescribeQueryDefinitions"] },
  { scope: TOPICS, read: ["sns:GetTopicAttributes", "sns:ListSubscriptionsByTopic"] },
  { scope: KEYS, read: ["kms:DescribeKey", "kms:GetKeyPolicy"] },
];
