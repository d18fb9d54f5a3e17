import { wantedAlarms } from "../wanted-alarms";
import { judgeAlarm } from "./alarm-rulings";
import { type Link, onAnswer } from "./link";

/** The alarms: one a control, and those on the fast path and the alert path. */
export const alarm: Link = {
  name: "Alarm",
  steps: {
    "alarm-exists": {
      title: "The alarm exists",
      expected: "An alarm of the name that the config gives it.",
      remedy: "Deploy the stack again.",
      source: "CIS 4.7 audit, alarm",
      otherwise: "fail",
    },
    "alarm-metric": {
      title: "The alarm looks at its metric",
      expected: "For a control: the namespace and name of the filter's metric, without dimensions.",
      remedy: "Deploy the stack again, and find in CloudTrail who changed it: PutMetricAlarm.",
      source: "CIS 4.7 audit, alarm of the metric; CloudWatch.7, Prowler",
      otherwise: "fail",
    },
    "alarm-numbers": {
      title: "The alarm fires when it should",
      expected: "Statistic, period, threshold, comparison, evaluation and missing data as the config has them.",
      remedy: "Deploy the stack again, and find in CloudTrail who changed it: PutMetricAlarm.",
      otherwise: "fail",
    },
    "alarm-actions-enabled": {
      title: "The alarm acts",
      expected: "ActionsEnabled is true.",
      remedy: "aws cloudwatch enable-alarm-actions; find in CloudTrail who muted it: DisableAlarmActions.",
      source: "Checkov CKV_AWS_319",
      otherwise: "fail",
    },
    "alarm-topic": {
      title: "The alarm publishes to its topic",
      expected: "The ARN of the topic, or of every topic that it tells, among the alarm's actions.",
      remedy: "Deploy the stack again, and find in CloudTrail who changed it: PutMetricAlarm.",
      source: "CIS 4.7 audit, action of the alarm",
      otherwise: "fail",
    },
    "alarm-further-actions": {
      title: "The alarm does what else the config says",
      expected: "The further actions of the config, when it fires and when it is over.",
      remedy: "Deploy the stack again.",
      otherwise: "warn",
    },
  },
  judge: ({ target, seen }) =>
    onAnswer(seen.alarms, { id: "alarm-exists" }, (alarms, at) =>
      wantedAlarms(target).flatMap((wanted) => judgeAlarm(wanted, alarms.get(wanted.alarm.name), at)),
    ),
};
