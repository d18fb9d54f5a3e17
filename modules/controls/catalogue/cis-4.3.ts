import { cisControl } from "../define";

export const rootUsage = cisControl({
  number: 3,
  name: "RootUsage",
  title: "Ensure usage of 'root' account is monitored",
  severity: "high",
  securityHub: "CloudWatch.1",
  pattern:
    '{ $.userIdentity.type = "Root" && $.userIdentity.invokedBy NOT EXISTS && $.eventType != "AwsServiceEvent" }',
  subject: "call",
  meaning: "The root user of the account was used; no policy of the account limits it.",
  response:
    "Find userIdentity.type Root in CloudTrail: what was done and from which address. If no owner of the root user did it, change its password, delete its access keys and call AWS Support.",
});
