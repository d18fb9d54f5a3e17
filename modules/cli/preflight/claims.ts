import { logGroupArn, trailArn } from "../../aws";
import { furtherAlarms, localityOf, type Target } from "../../fleet";
import { controlAddress, DASHBOARD_ADDRESS, FAST_PATH, HEARTBEAT_ADDRESS, TRAIL_ADDRESS } from "../../names";
import { ruleKey } from "../audit/collect/rules";
import { type Claim, claim } from "./claim";

/** What a target's stack makes by name. What is added to targets gets its row here. */
const CLAIMS: readonly ((target: Target) => Claim[])[] = [
  ({ controls }) => controls.map(({ id, filter }) => claim("metric filter", controlAddress(id), filter.name, "filter")),
  ({ controls }) => controls.map(({ id, alarm }) => claim("alarm", controlAddress(id), alarm.name, "alarm")),
  (target) => furtherAlarms(target).map(({ address, alarm }) => claim("alarm", address, alarm.name)),
  ({ topics }) =>
    topics.filter(({ kind }) => kind === "made").map(({ address, arn }) => claim("topic", address, arn, "topic")),
  ofFastPath,
  ofHeartbeat,
  ({ dashboard }) => (dashboard ? [claim("dashboard", DASHBOARD_ADDRESS, dashboard.name)] : []),
  ofTrail,
];

function ofFastPath({ fastPath }: Target): Claim[] {
  if (!fastPath) return [];
  const { rules, relay, bus, undelivered } = fastPath;
  return [
    ...rules.map((rule) => claim("rule", rule.address, ruleKey(rule))),
    ...(relay ? [claim("rule", FAST_PATH.relay, ruleKey(relay)), claim("role", FAST_PATH.relay, relay.role)] : []),
    ...(bus ? [claim("bus", FAST_PATH.bus, bus.name)] : []),
    claim("queue", FAST_PATH.queue, undelivered.name),
  ];
}

function ofHeartbeat({ liveness }: Target): Claim[] {
  if (!liveness?.heartbeat) return [];
  const { name, filter } = liveness.heartbeat;
  return [
    claim("metric filter", HEARTBEAT_ADDRESS, filter.name),
    claim("role", HEARTBEAT_ADDRESS, name),
    claim("schedule", HEARTBEAT_ADDRESS, name),
  ];
}

function ofTrail(target: Target): Claim[] {
  const { created, logGroup = "" } = target.trail ?? {};
  if (!created) return [];
  const at = localityOf(target);
  return [
    claim("trail", TRAIL_ADDRESS, trailArn(at, created.name)),
    claim("log group", TRAIL_ADDRESS, logGroupArn(at, logGroup)),
    claim("bucket", TRAIL_ADDRESS, created.bucket),
    claim("key alias", TRAIL_ADDRESS, created.keyAlias),
    claim("role", TRAIL_ADDRESS, created.role),
  ];
}

/** What a target's stack makes by name and does not take over. */
export const claimsOf = (target: Target): Claim[] =>
  CLAIMS.flatMap((claims) => claims(target)).filter(({ address }) => !target.adopted.some(({ to }) => to === address));
