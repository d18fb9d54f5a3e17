import { cisControl } from "../define";

export const trailChanges = cisControl({
  number: 5,
  name: "CloudTrailCfgChanges",
  title: "Ensure CloudTrail configuration changes are monitored",
  severity: "high",
  securityHub: "CloudWatch.5",
  pattern:
    "{ ($.eventName = CreateTrail) || ($.eventName = UpdateTrail) || ($.eventName = DeleteTrail) || ($.eventName = StartLogging) || ($.eventName = StopLogging) }",
  subject: "trail",
  meaning:
    "A CloudTrail trail was made, changed, deleted, started or stopped; what happens after a stop leaves no trace, and sets off no alarm.",
  response:
    "Find the event in CloudTrail: caller and trail. If nobody meant it: aws cloudtrail start-logging, then compare the trail with what it shall be.",
});
