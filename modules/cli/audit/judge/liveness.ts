import { roleArn } from "../../../aws";
import { localityOf } from "../../../fleet";
import type { SeenSchedule } from "../seen";
import { type Link, type Look, onAnswer, type Ruling, rulesOn } from "./link";

/** What watches the alert path itself. Its alarms are among all others; here is what they say, and what calls. */
export const liveness: Link = {
  name: "Watch over the alert path",
  steps: {
    "liveness-quiet": {
      title: "Nothing says that the alert path is broken",
      expected: "The alarm is not in state ALARM.",
      remedy: "Follow the alarm's description, or its runbook: what it tells of is broken now.",
      otherwise: "fail",
    },
    "schedule-exists": {
      title: "The heartbeat's schedule exists",
      expected: "A schedule of EventBridge Scheduler of the name that the stack gives it.",
      remedy: "Deploy the stack again.",
      otherwise: "fail",
    },
    "schedule-enabled": {
      title: "The heartbeat's schedule is on",
      expected: "State is ENABLED.",
      remedy: "Deploy the stack again, and find in CloudTrail who switched it off: UpdateSchedule.",
      otherwise: "fail",
    },
    "schedule-call": {
      title: "The heartbeat's schedule makes its call",
      expected: "Rate, operation, input and role as the stack gives them.",
      remedy: "Deploy the stack again, and find in CloudTrail who changed it: UpdateSchedule.",
      otherwise: "fail",
    },
  },
  judge: (look) => [...quietRulings(look), ...scheduleRulings(look)],
};

const quietRulings = ({ target, seen }: Look): readonly Ruling[] =>
  (target.liveness?.alarms ?? []).flatMap(({ alarm }) => {
    const found = seen.alarms.ok && seen.alarms.value.get(alarm.name);
    if (!found) return [];
    const { AlarmArn: resource = alarm.name, StateValue: state, StateReason: reason } = found;
    const rule = rulesOn({ at: seen.alarms.at, resource });
    return [
      rule("liveness-quiet", state !== "ALARM", `Its state is ${state}${state === "ALARM" ? `: ${reason}` : "."}`),
    ];
  });

function scheduleRulings({ target, seen }: Look): readonly Ruling[] {
  const heartbeat = target.liveness?.heartbeat;
  if (!heartbeat || !seen.schedule) return [];
  const role = roleArn(localityOf(target), heartbeat.name);
  const wanted = callText({ ...heartbeat, role });
  return onAnswer(seen.schedule, { id: "schedule-exists", resource: heartbeat.name }, (found, at) => {
    const rule = rulesOn({ at, resource: heartbeat.name });
    if (!found) return [rule("schedule-exists", false, `There is no schedule ${heartbeat.name}.`)];
    const call = callText(found);
    return [
      rule("schedule-exists", true, `${heartbeat.name} exists.`),
      rule("schedule-enabled", found.state === "ENABLED", `Its state is ${found.state}.`),
      rule("schedule-call", call === wanted, `It calls ${call}.`, { expected: `It calls ${wanted}.` }),
    ];
  });
}

const callText = ({ rate, operation, input, role }: Omit<SeenSchedule, "state">): string =>
  `${operation} with ${input} at ${rate}, as ${role}`;
