import { cisControl } from "../define";

export const configChanges = cisControl({
  number: 9,
  name: "AWSConfigChanges",
  title: "Ensure AWS Config configuration changes are monitored",
  severity: "medium",
  securityHub: "CloudWatch.9",
  pattern:
    "{ ($.eventSource = config.amazonaws.com) && (($.eventName=StopConfigurationRecorder)||($.eventName=DeleteDeliveryChannel)||($.eventName=PutDeliveryChannel)||($.eventName=PutConfigurationRecorder)) }",
  subject: "recorder",
  meaning: "AWS Config was stopped or changed: what is configured in the account may no longer be recorded.",
  response:
    "Find the event in CloudTrail: caller and recorder. If nobody meant it: aws configservice start-configuration-recorder.",
});
