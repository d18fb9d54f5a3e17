import { CloudTrailClient, DescribeTrailsCommand } from "@aws-sdk/client-cloudtrail";
import { logGroupArn } from "../../aws";
import { furtherAlarms, type Target } from "../../fleet";
import { seeAlarms } from "../audit/collect/alarms";
import { seeFilters, seeLogGroup } from "../audit/collect/logs";
import { seeRules } from "../audit/collect/rules";
import { seeAttributes } from "../audit/collect/topics";
import type { Answer } from "../audit/seen";
import { FaultError, type Session } from "../aws";
import type { Claim } from "./claims";

type Look = (session: Session, target: Target) => Promise<readonly string[]>;

/** Which names and ARNs are taken in a target, of each kind that its stack makes by name. */
const LOOKS: Readonly<Record<Claim["what"], Look>> = {
  "metric filter": async (session, { trail }) => {
    const filters = trail ? await seeFilters(session, trail.logGroup) : undefined;
    return filters ? valueIn(filters).flatMap(({ filterName }) => filterName ?? []) : [];
  },
  alarm: async (session, target) => {
    const names = [...target.controls, ...furtherAlarms(target)].map(({ alarm }) => alarm.name);
    return [...valueIn(await seeAlarms(session, names)).keys()];
  },
  topic: async (session, { topics }) => {
    const made = topics.filter(({ kind }) => kind === "made");
    const seen = await Promise.all(made.map((topic) => seeAttributes(session, topic.arn)));
    return made.flatMap(({ arn }, at) => (seen[at] && valueIn(seen[at]) ? [arn] : []));
  },
  rule: async (session, { fastPath }) => {
    const rules = fastPath ? await seeRules(session, fastPath) : new Map<string, never>();
    return [...rules].flatMap(([key, answer]) => (valueIn(answer) ? [key] : []));
  },
  trail: async ({ ask }, { trail }) => {
    if (!trail?.created) return [];
    const { trailList = [] } = await ask(CloudTrailClient, new DescribeTrailsCommand({ includeShadowTrails: false }));
    return trailList.flatMap(({ TrailARN }) => TrailARN ?? []);
  },
  "log group": async (session, target) => {
    const { trail, account } = target;
    const group = trail?.created && (await seeLogGroup(session, trail.logGroup));
    return group && valueIn(group) ? [logGroupArn({ ...target, account: account.id }, trail.logGroup)] : [];
  },
};

/** Those of the claims whose name is taken. */
export async function takenClaims(
  session: Session,
  target: Target,
  claims: readonly Claim[],
): Promise<readonly Claim[]> {
  const kinds = [...new Set(claims.map(({ what }) => what))];
  const names = await Promise.all(
    kinds.map(async (what) => [what, new Set(await LOOKS[what](session, target))] as const),
  );
  const taken = new Map(names);
  return claims.filter(({ what, name }) => taken.get(what)?.has(name));
}

/** What was answered; a question without an answer ends the target, since nothing may be taken for free. */
function valueIn<T>(answer: Answer<T>): T {
  if (answer.ok) return answer.value;
  throw new FaultError(answer.fault);
}
