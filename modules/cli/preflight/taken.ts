import { CloudTrailClient, DescribeTrailsCommand } from "@aws-sdk/client-cloudtrail";
import { KMSClient, paginateListAliases } from "@aws-sdk/client-kms";
import { logGroupArn } from "../../aws";
import { localityOf, type Target } from "../../fleet";
import { seeAlarms } from "../audit/collect/alarms";
import { seeBus, seeQueue } from "../audit/collect/fast-path";
import { seeFilters, seeLogGroup } from "../audit/collect/logs";
import { seeRole } from "../audit/collect/roles";
import { seeRules } from "../audit/collect/rules";
import { seeSchedule } from "../audit/collect/schedule";
import { seeAttributes } from "../audit/collect/topics";
import { seeDashboard } from "../audit/collect/views";
import { type Answer, everyItem, FaultError, type Session } from "../aws";
import { bucketExists } from "./bucket";
import type { Claim, Kind } from "./claim";

/** Tells which names and ARNs are taken in a target, those that are asked for among them. */
type Look = (session: Session, target: Target, names: readonly string[]) => Promise<readonly string[]>;

/** A look at one name after the other. */
const oneByOne =
  (see: (session: Session, name: string, target: Target) => Promise<Answer<unknown>>): Look =>
  async (session, target, names) => {
    const seen = await Promise.all(names.map((name) => see(session, name, target)));
    return names.filter((_, at) => seen[at] && valueIn(seen[at]));
  };

/** How each kind is looked for that a stack makes by name. */
const LOOKS: Readonly<Record<Kind, Look>> = {
  "metric filter": async (session, { trail }) => {
    const filters = trail ? await seeFilters(session, trail.logGroup) : undefined;
    return filters ? valueIn(filters).flatMap(({ filterName }) => filterName ?? []) : [];
  },
  alarm: async (session, _, names) => [...valueIn(await seeAlarms(session, names)).keys()],
  topic: oneByOne(seeAttributes),
  rule: async (session, { fastPath }) => {
    const rules = fastPath ? await seeRules(session, fastPath) : new Map<string, never>();
    return [...rules].flatMap(([key, answer]) => (valueIn(answer) ? [key] : []));
  },
  queue: oneByOne((session, name, target) => seeQueue(session, localityOf(target), name)),
  bus: oneByOne(seeBus),
  role: oneByOne(seeRole),
  schedule: oneByOne(seeSchedule),
  dashboard: oneByOne(seeDashboard),
  trail: async ({ ask }) => {
    const { trailList = [] } = await ask(CloudTrailClient, new DescribeTrailsCommand({ includeShadowTrails: false }));
    return trailList.flatMap(({ TrailARN }) => TrailARN ?? []);
  },
  "log group": async (session, target) => {
    const { trail } = target;
    const group = trail && (await seeLogGroup(session, trail.logGroup));
    return group && valueIn(group) ? [logGroupArn(localityOf(target), trail.logGroup)] : [];
  },
  bucket: oneByOne(bucketExists),
  "key alias": async ({ client, signal }) => {
    const pages = paginateListAliases({ client: client(KMSClient) }, {}, { abortSignal: signal });
    return (await everyItem(pages, ({ Aliases }) => Aliases)).flatMap(({ AliasName }) => AliasName ?? []);
  },
};

/** Those of the claims whose name is taken. */
export async function takenClaims(
  session: Session,
  target: Target,
  claims: readonly Claim[],
): Promise<readonly Claim[]> {
  const kinds = [...new Set(claims.map(({ what }) => what))];
  const namesOf = (kind: Kind) => claims.flatMap(({ what, name }) => (what === kind ? [name] : []));
  const names = await Promise.all(
    kinds.map(async (what) => [what, new Set(await LOOKS[what](session, target, namesOf(what)))] as const),
  );
  const taken = new Map(names);
  return claims.filter(({ what, name }) => taken.get(what)?.has(name));
}

/** What was answered; a question without an answer ends the target, since nothing may be taken for free. */
function valueIn<T>(answer: Answer<T>): T {
  if (answer.ok) return answer.value;
  throw new FaultError(answer.fault);
}
