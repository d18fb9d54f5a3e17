import { cisControl } from "../define";

export const vpcChanges = cisControl({
  number: 14,
  name: "VPCChanges",
  title: "Ensure VPC changes are monitored",
  severity: "medium",
  securityHub: "CloudWatch.14",
  pattern:
    "{ ($.eventName = CreateVpc) || ($.eventName = DeleteVpc) || ($.eventName = ModifyVpcAttribute) || ($.eventName = AcceptVpcPeeringConnection) || ($.eventName = CreateVpcPeeringConnection) || ($.eventName = DeleteVpcPeeringConnection) || ($.eventName = RejectVpcPeeringConnection) || ($.eventName = AttachClassicLinkVpc) || ($.eventName = DetachClassicLinkVpc) || ($.eventName = DisableVpcClassicLink) || ($.eventName = EnableVpcClassicLink) }",
  subject: "VPC",
  meaning: "A VPC was made, deleted or changed, or a peering with another one was.",
  response:
    "Find the event in CloudTrail: caller and VPC. If nobody meant a peering: aws ec2 delete-vpc-peering-connection.",
});
