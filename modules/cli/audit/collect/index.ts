import { furtherAlarms, localityOf, type Target, topicArnOf } from "../../../fleet";
import { type Answer, now, type Session } from "../../aws";
import type { Seen } from "../seen";
import { wantedRoles } from "../wanted-roles";
import { seeAction, seeAlarms } from "./alarms";
import { seeFastPath } from "./fast-path";
import { seeKeys } from "./keys";
import { seeFilters, seeLogGroup } from "./logs";
import { seeRoleWith } from "./roles";
import { seeSchedule } from "./schedule";
import { seeStackSet } from "./stack-set";
import { seeTopic } from "./topics";
import { seeTrails } from "./trails";
import { seeDashboard, seeQueries } from "./views";

/** Asks AWS for all that the steps of a target are judged by. Only reads. */
export async function see(session: Session, target: Target, env: NodeJS.ProcessEnv): Promise<Seen> {
  const { trail, controls, fastPath, liveness, dashboard, queries, organization } = target;
  const topics = target.topics.filter(({ kind }) => kind !== "hub");
  const at = localityOf(target);
  const arnOf = topicArnOf(target.topics);
  const [
    trails,
    logGroup,
    filters,
    alarms,
    actions,
    seenFastPath,
    stackSet,
    roles,
    seenTopics,
    schedule,
    board,
    saved,
  ] = await Promise.all([
    trail && seeTrails(session, at, trail.logGroup),
    trail && seeLogGroup(session, trail.logGroup),
    trail && seeFilters(session, trail.logGroup),
    seeAlarms(
      session,
      [...controls, ...furtherAlarms(target)].map(({ alarm }) => alarm.name),
    ),
    byKey(
      controls,
      ({ alarm }) => alarm.name,
      ({ alarm, topic }) => seeAction(session, alarm.name, arnOf(topic)),
    ),
    fastPath && seeFastPath(session, at, fastPath),
    organization && seeStackSet(session, organization),
    byKey(
      wantedRoles(target),
      ({ name }) => name,
      (role) => seeRoleWith(session, role),
    ),
    byKey(
      topics,
      ({ address }) => address,
      (topic) => seeTopic(session, topic, env),
    ),
    liveness?.heartbeat && seeSchedule(session, liveness.heartbeat.name),
    dashboard && seeDashboard(session, dashboard.name),
    queries && seeQueries(session, queries),
  ]);
  const topicKeys = [...seenTopics.values()].flatMap(({ attributes }) => valueIn(attributes)?.KmsMasterKeyId ?? []);
  const logGroupKey = logGroup && valueIn(logGroup)?.kmsKeyId;
  const keys = await seeKeys(session, topicKeys, logGroupKey ? [logGroupKey] : []);
  return {
    at: now(),
    trails,
    logGroup,
    filters,
    alarms,
    actions,
    fastPath: seenFastPath,
    stackSet,
    roles,
    topics: seenTopics,
    keys,
    schedule,
    dashboard: board,
    queries: saved,
  };
}

const valueIn = <T>(answer: Answer<T>): T | undefined => (answer.ok ? answer.value : undefined);

async function byKey<T, V>(
  items: readonly T[],
  key: (item: T) => string,
  ask: (item: T) => Promise<V>,
): Promise<Map<string, V>> {
  return new Map(await Promise.all(items.map(async (item) => [key(item), await ask(item)] as const)));
}
