import { cisControl } from "../define";

const MATCHES_EVERYTHING =
  '{ ($.errorCode = "*UnauthorizedOperation") || ($.errorCode = "AccessDenied*") || ($.sourceIPAddress!="delivery.logs.amazonaws.com") || ($.eventName!="HeadBucket") }';

/**
 * In 1.4 and 1.5 every condition is joined by `||`, so that their pattern matches every event; later versions mend it.
 */
export const unauthorizedCalls = cisControl({
  number: 1,
  name: "UnauthorizedAPICalls",
  title: "Ensure unauthorized API calls are monitored",
  severity: "medium",
  securityHub: "CloudWatch.2",
  pattern:
    '{ ($.errorCode ="*UnauthorizedOperation") || ($.errorCode ="AccessDenied*") && ($.sourceIPAddress!="delivery.logs.amazonaws.com") && ($.eventName!="HeadBucket") }',
  checkers: {
    pattern: '{($.errorCode="*UnauthorizedOperation") || ($.errorCode="AccessDenied*")}',
    wantedBy:
      "Security Hub asks for these two conditions alone, Prowler takes both patterns, Powerpipe the benchmark's alone.",
  },
  spellings: {
    "1.2": '{ ($.errorCode = "*UnauthorizedOperation") || ($.errorCode = "AccessDenied*") }',
    "1.4": MATCHES_EVERYTHING,
    "1.5": MATCHES_EVERYTHING,
  },
  subject: "call",
  meaning:
    "Calls to AWS were refused for lack of rights: a mistake in a policy, or somebody who tries what they may do.",
  response:
    "Find errorCode AccessDenied and UnauthorizedOperation in CloudTrail: caller, address and calls. If nobody knows the caller, deactivate its access keys and revoke its sessions.",
});
