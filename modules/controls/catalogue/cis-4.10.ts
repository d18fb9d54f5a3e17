import { cisControl } from "../define";

const WITH_MODIFIED_RULES =
  "{ ($.eventName = AuthorizeSecurityGroupIngress) || ($.eventName = AuthorizeSecurityGroupEgress) || ($.eventName = RevokeSecurityGroupIngress) || ($.eventName = RevokeSecurityGroupEgress) || ($.eventName = CreateSecurityGroup) || ($.eventName = DeleteSecurityGroup) || ($.eventName = ModifySecurityGroupRules) }";

/** `ModifySecurityGroupRules` came to EC2 in 2021, and to the benchmark in 5.0. */
export const securityGroupChanges = cisControl({
  number: 10,
  name: "SecurityGroupChanges",
  title: "Ensure security group changes are monitored",
  severity: "medium",
  securityHub: "CloudWatch.10",
  pattern:
    "{ ($.eventName = AuthorizeSecurityGroupIngress) || ($.eventName = AuthorizeSecurityGroupEgress) || ($.eventName = RevokeSecurityGroupIngress) || ($.eventName = RevokeSecurityGroupEgress) || ($.eventName = CreateSecurityGroup) || ($.eventName = DeleteSecurityGroup) }",
  checkers: {
    pattern: WITH_MODIFIED_RULES,
    wantedBy:
      "Powerpipe asks for this one, and so do versions from 5.0; Prowler takes both, Security Hub the shorter one alone.",
  },
  spellings: { "5.0": WITH_MODIFIED_RULES, "6.0": WITH_MODIFIED_RULES, "7.0": WITH_MODIFIED_RULES },
  subject: "security group",
  meaning: "A security group was made, deleted, or its rules changed: what it guards may be open to others.",
  response:
    "Find the event in CloudTrail: caller, group and rule. If nobody meant it: aws ec2 revoke-security-group-ingress.",
});
