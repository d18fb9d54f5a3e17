import { cisControl } from "../define";

export const networkAclChanges = cisControl({
  number: 11,
  name: "NACLChanges",
  title: "Ensure Network Access Control Lists (NACL) changes are monitored",
  severity: "medium",
  securityHub: "CloudWatch.11",
  pattern:
    "{ ($.eventName = CreateNetworkAcl) || ($.eventName = CreateNetworkAclEntry) || ($.eventName = DeleteNetworkAcl) || ($.eventName = DeleteNetworkAclEntry) || ($.eventName = ReplaceNetworkAclEntry) || ($.eventName = ReplaceNetworkAclAssociation) }",
  subject: "network ACL",
  meaning: "A network ACL was made, deleted or changed: traffic of whole subnets may be let in or cut off.",
  response:
    "Find the event in CloudTrail: caller, ACL and entry. If nobody meant it: aws ec2 replace-network-acl-entry with the former rule.",
});
