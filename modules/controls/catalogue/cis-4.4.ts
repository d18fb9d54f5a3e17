import { cisControl } from "../define";

/** `eventSource` keeps out the policies of other services, such as `CreatePolicy` of AWS Organizations and of IoT. */
export const iamPolicyChanges = cisControl({
  number: 4,
  name: "IAMChanges",
  title: "Ensure IAM policy changes are monitored",
  severity: "medium",
  securityHub: "CloudWatch.4",
  pattern:
    "{($.eventName=DeleteGroupPolicy)||($.eventName=DeleteRolePolicy)||($.eventName=DeleteUserPolicy)||($.eventName=PutGroupPolicy)||($.eventName=PutRolePolicy)||($.eventName=PutUserPolicy)||($.eventName=CreatePolicy)||($.eventName=DeletePolicy)||($.eventName=CreatePolicyVersion)||($.eventName=DeletePolicyVersion)||($.eventName=AttachRolePolicy)||($.eventName=DetachRolePolicy)||($.eventName=AttachUserPolicy)||($.eventName=DetachUserPolicy)||($.eventName=AttachGroupPolicy)||($.eventName=DetachGroupPolicy)}",
  checkers: {
    pattern:
      "{($.eventSource=iam.amazonaws.com) && (($.eventName=DeleteGroupPolicy) || ($.eventName=DeleteRolePolicy) || ($.eventName=DeleteUserPolicy) || ($.eventName=PutGroupPolicy) || ($.eventName=PutRolePolicy) || ($.eventName=PutUserPolicy) || ($.eventName=CreatePolicy) || ($.eventName=DeletePolicy) || ($.eventName=CreatePolicyVersion) || ($.eventName=DeletePolicyVersion) || ($.eventName=AttachRolePolicy) || ($.eventName=DetachRolePolicy) || ($.eventName=AttachUserPolicy) || ($.eventName=DetachUserPolicy) || ($.eventName=AttachGroupPolicy) || ($.eventName=DetachGroupPolicy))}",
    wantedBy: "Security Hub asks for this one; Prowler and Powerpipe take both.",
  },
  subject: "call",
  meaning: "An IAM policy was written, deleted, attached or detached: somebody can do more or less than before.",
  response:
    "Find the event in CloudTrail: caller, policy and whom it was attached to. If nobody meant it, detach the policy or set its former version as default.",
});
