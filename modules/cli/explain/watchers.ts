import { CATALOGUE, fillPattern } from "../../controls";
import { compilePattern, parsePattern } from "../../controls/filter-pattern";
import { type BusEvent, matchesEvent } from "../../events";
import {
  patternValues,
  type Target,
  type TargetControl,
  type TargetOrganization,
  type TargetRule,
  type TargetSubscription,
} from "../../fleet";
import type { CallRecord } from "./records";

/** A control of a target. */
export interface Watched {
  readonly target: Target;
  readonly control: TargetControl;
}

/** A rule of the fast path that an event sets off. */
export interface Told {
  /** The target whose rule publishes the message: the event's own, or its hub. */
  readonly target: Target;
  readonly rule: TargetRule;
}

/** Which controls and rules of a fleet an event sets off. */
export interface Watchers {
  /** Targets in whose log group an event arrives. */
  readonly hearing: (record: CallRecord) => readonly Target[];
  /** Controls that an event sets off. */
  readonly alerted: (record: CallRecord) => readonly Watched[];
  /** Controls that hear of an event and of which cannot be said whether they count it. */
  readonly unevaluated: (record: CallRecord) => readonly Watched[];
  /** Whether it can be said what a control counts: not where its pattern is one for other logs than JSON. */
  readonly evaluates: (control: TargetControl) => boolean;
  readonly told: (event: BusEvent) => readonly Told[];
  /** Who hears of what is published to a topic, by its ARN: whom a hub tells stands in the hub's own target. */
  readonly subscriptionsOf: (topic: string) => readonly TargetSubscription[];
  /** Ids of the controls of the whole catalogue that an event sets off, switched on or not. */
  readonly catalogue: (record: CallRecord) => readonly string[];
}

type Test = (event: unknown) => boolean;

/** The test of a pattern for other logs, such as `DisableKey`. */
const NEVER: Test = () => false;

/**
 * Prepares a fleet for many events. A trail of all regions brings every event of its account, and one of the organization
 * those of every account, into the log group of each target that reads it.
 */
export function watchersOf(targets: readonly Target[]): Watchers {
  const testOf = remembered(testOfPattern);
  const watching = targets.filter(({ trail, controls }) => trail && controls.length > 0);
  const hearingIn = remembered((account: string) =>
    watching.filter(({ trail, account: own }) => own.id === account || trail?.organization),
  );
  const hearing = (record: CallRecord) => hearingIn(record.recipientAccountId ?? "");
  const evaluates = ({ filter }: TargetControl) => testOf(filter.pattern) !== NEVER;
  const unevaluatedIn = remembered((account: string) =>
    hearingIn(account).flatMap((target) =>
      target.controls.filter((control) => !evaluates(control)).map((control) => ({ target, control })),
    ),
  );
  const rules = targets.flatMap((target) =>
    (target.fastPath?.rules ?? []).map((rule) => ({ target, rule, pattern: JSON.parse(rule.pattern) })),
  );
  const organization = targets.find((target) => target.organization)?.organization;
  const catalogueIn = remembered((place: string) => {
    const [account = "", region = ""] = place.split("/");
    const [target] = hearingIn(account);
    const values = patternValues({ account, region }, target ?? { topics: [] });
    return CATALOGUE.map(({ id, filter }) => ({ id, test: testOf(fillPattern(filter.pattern, values)) }));
  });
  return {
    hearing,
    alerted: (record) =>
      hearing(record).flatMap((target) =>
        target.controls.filter(({ filter }) => testOf(filter.pattern)(record)).map((control) => ({ target, control })),
      ),
    unevaluated: (record) => unevaluatedIn(record.recipientAccountId ?? ""),
    evaluates,
    told: (event) =>
      rules
        .filter(
          ({ target, rule, pattern }) => reaches(event, target, rule, organization) && matchesEvent(pattern, event),
        )
        .map(({ target, rule }) => ({ target, rule })),
    subscriptionsOf: remembered((topic) =>
      targets.flatMap(({ topics }) =>
        topics.filter(({ arn }) => arn === topic).flatMap(({ subscriptions }) => subscriptions),
      ),
    ),
    catalogue: (record) =>
      catalogueIn(`${record.recipientAccountId}/${record.awsRegion}`)
        .filter(({ test }) => test(record))
        .map(({ id }) => id),
  };
}

/** Whether an event comes to a rule: on the bus of its account and region, or by a relay on that of the hub. */
function reaches(
  { account, region }: BusEvent,
  target: Target,
  { bus }: TargetRule,
  organization: TargetOrganization | undefined,
): boolean {
  if (region !== target.region) return false;
  if (!bus) return account === target.account.id;
  const { senders = [], organization: open } = target.fastPath?.bus ?? {};
  const isSilent = organization?.silent.some((entry) => entry === account || entry === `${account}/${region}`);
  return senders.includes(account) || (open !== undefined && !isSilent);
}

function testOfPattern(pattern: string): Test {
  const parsed = parsePattern(pattern);
  return parsed.ok ? compilePattern(parsed.ast) : NEVER;
}

/** Answers that are worked out once for each question. */
function remembered<T>(work: (question: string) => T): (question: string) => T {
  const answers = new Map<string, T>();
  return (question) => {
    const known = answers.get(question);
    if (known !== undefined) return known;
    const answer = work(question);
    answers.set(question, answer);
    return answer;
  };
}
