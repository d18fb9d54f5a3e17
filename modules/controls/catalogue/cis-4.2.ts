import { cisControl } from "../define";

/** The benchmark offers both patterns: the second leaves out failed sign-ins and those by single sign-on. */
export const consoleWithoutMfa = cisControl({
  number: 2,
  name: "NoMFAConsoleSignin",
  title: "Ensure management console sign-in without MFA is monitored",
  severity: "high",
  securityHub: "CloudWatch.3",
  pattern: '{ ($.eventName = "ConsoleLogin") && ($.additionalEventData.MFAUsed != "Yes") }',
  checkers: {
    pattern:
      '{ ($.eventName = "ConsoleLogin") && ($.additionalEventData.MFAUsed != "Yes") && ($.userIdentity.type = "IAMUser") && ($.responseElements.ConsoleLogin = "Success") }',
    wantedBy: "Security Hub asks for this one; Prowler and Powerpipe take both.",
  },
  subject: "sign-in",
  meaning: "Somebody signed in to the console without a second factor.",
  response:
    "Find ConsoleLogin with MFAUsed other than Yes in CloudTrail: user and address. If it was not that user, delete the password and the access keys; if it was, register an MFA device.",
});
