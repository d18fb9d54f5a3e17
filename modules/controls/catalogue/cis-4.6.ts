import { cisControl } from "../define";

export const consoleSigninFailures = cisControl({
  number: 6,
  name: "ConsoleSigninFailures",
  title: "Ensure AWS Management Console authentication failures are monitored",
  severity: "low",
  securityHub: "CloudWatch.6",
  pattern: '{ ($.eventName = ConsoleLogin) && ($.errorMessage = "Failed authentication") }',
  subject: "sign-in",
  meaning: "Somebody failed to sign in to the console: a wrong password, or an attempt to guess one.",
  response:
    "Find ConsoleLogin with Failed authentication in CloudTrail: how often, which users, which addresses. Many users or many attempts from one address are an attack.",
});
