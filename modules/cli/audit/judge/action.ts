import { type Link, onAnswer, rulesOn } from "./link";

/** What the alarms did last: the only place where AWS tells that a message was lost. */
export const action: Link = {
  name: "Delivery",
  steps: {
    "alarm-delivered": {
      title: "The alarm's last message reached its topic",
      expected: "The newest action on the topic in the alarm's history succeeded, or there is none.",
      remedy:
        "Mend the policy of the topic or of its key, then try: aws cloudwatch set-alarm-state --state-value ALARM.",
      otherwise: "fail",
    },
  },
  judge: ({ target, seen }) =>
    target.controls.flatMap(({ id: control, alarm }) => {
      const answer = seen.actions.get(alarm.name);
      if (!answer || (seen.alarms.ok && !seen.alarms.value.has(alarm.name))) return [];
      const about = { id: "alarm-delivered", control, resource: alarm.name };
      return onAnswer(answer, about, (last, at) => {
        const rule = rulesOn({ ...about, at });
        return last
          ? [rule(about.id, last.succeeded, `${last.at}: ${last.summary}`)]
          : [rule(about.id, true, "CloudWatch remembers no action on the topic: none failed, and none proves it.")];
      });
    }),
};
