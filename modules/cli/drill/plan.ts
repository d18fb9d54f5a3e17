import { parseArn, SERVICE } from "../../aws";
import { compilePattern, parsePattern } from "../../controls/filter-pattern";
import { hasPath, type Target, type TargetControl, type TargetTopic } from "../../fleet";
import { drillQueuePrefix } from "../../names";

/** What a drill is of. */
export interface DrillPlan {
  readonly target: Target;
  /** The control whose alarm must fire. */
  readonly control: TargetControl;
  readonly topic: TargetTopic;
  /** Where the queue is made that hears of it: the target that owns the topic. Absent where the alarm alone is shown. */
  readonly listener?: Target;
  /** What the queue's name starts with. */
  readonly queuePrefix: string;
}

/** What a drill can be asked for. */
export interface DrillChoice {
  /** Id of the control; without it, the first that watches what a drill does. */
  readonly control?: string;
  /** Whether it ends with the alarm. */
  readonly alarmOnly?: boolean;
}

export type PlannedDrill =
  | { readonly ok: true; readonly plan: DrillPlan }
  | { readonly ok: false; readonly problem: string };

const refused = (problem: string): PlannedDrill => ({ ok: false, problem });

/** Says what a drill in a target would be of, or why there can be none. */
export function planDrill(
  target: Target,
  fleet: readonly Target[],
  { control: id, alarmOnly }: DrillChoice,
): PlannedDrill {
  const control = target.controls.find((one) => (id ? one.id === id : seesDrill(target, one)));
  if (!control) {
    return refused(
      id
        ? `${target.stackId} has no control ${id}. It has: ${target.controls.map((one) => one.id).join(", ") || "none"}.`
        : `No control of ${target.stackId} counts DisableKey or ScheduleKeyDeletion, so no alarm would fire. Switch cis-4.7 on.`,
    );
  }
  if (!seesDrill(target, control)) return refused(`${id} counts neither DisableKey nor ScheduleKeyDeletion.`);
  const topic = target.topics.find(({ address }) => address === control.topic);
  if (!topic) return refused(`The alarm of ${control.id} in ${target.stackId} has no topic.`);
  const plan = { target, control, topic, queuePrefix: drillQueuePrefix(target.account.id, target.region) };
  if (alarmOnly) return { ok: true, plan };
  const owner = parseArn(topic.arn)?.accountId;
  const listener = fleet.find((one) => one.account.id === owner && one.region === target.region && hasPath(one));
  return listener
    ? { ok: true, plan: { ...plan, listener } }
    : refused(
        `The topic ${topic.arn} lies in an account that the config does not name in this region, so no queue can listen to it. ` +
          "--alarm-only shows the way as far as the alarm.",
      );
}

/** Whether a control counts what a drill does, by CloudTrail's records of it. */
function seesDrill({ account, region, role }: Target, { filter }: TargetControl): boolean {
  const parsed = parsePattern(filter.pattern);
  if (!parsed.ok) return false;
  const counts = compilePattern(parsed.ast);
  return ["DisableKey", "ScheduleKeyDeletion"].some((eventName) =>
    counts({
      eventVersion: "1.08",
      eventType: "AwsApiCall",
      eventSource: SERVICE.kms,
      eventName,
      awsRegion: region,
      recipientAccountId: account.id,
      userIdentity: {
        type: "AssumedRole",
        accountId: account.id,
        sessionContext: { sessionIssuer: { arn: role?.arn ?? "" } },
      },
    }),
  );
}
