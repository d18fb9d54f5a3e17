import { keywatchControl } from "../define";
import { all, any, BY_NO_SERVICE, event, NOT_BY_DEPLOY_ROLE, pattern, SUCCEEDED } from "./conditions";

/**
 * An alarm is muted too by writing it anew without actions. `SetAlarmState` is left out: CloudWatch sets the true state at the next evaluation, and drills use it. Auto Scaling
 * deletes alarms of its own as a service.
 */
export const alarmsMuted = keywatchControl({
  id: "alarms-muted",
  name: "CloudWatchAlarmsMuted",
  title: "Alarms were muted or deleted by another than the deploy role",
  severity: "high",
  pattern: pattern(
    "($.eventSource = monitoring.amazonaws.com)",
    SUCCEEDED,
    BY_NO_SERVICE,
    NOT_BY_DEPLOY_ROLE,
    any(
      event("DisableAlarmActions", "DeleteAlarms", "PutAlarmMuteRule"),
      all(event("PutMetricAlarm"), "($.requestParameters.actionsEnabled IS FALSE)"),
    ),
  ),
  subject: "alarm",
  meaning:
    "Somebody other than the deploy role muted or deleted CloudWatch alarms: an alert may no longer reach anybody.",
  response:
    "Find DisableAlarmActions, DeleteAlarms, PutAlarmMuteRule and PutMetricAlarm in CloudTrail: caller and alarms. If nobody meant it: aws cloudwatch enable-alarm-actions, or deploy the stack again.",
  sources: [
    "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/logging_cw_api_calls.html",
    "https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutAlarmMuteRule.html",
  ],
});
