import { cisControl } from "../define";

export const networkGatewayChanges = cisControl({
  number: 12,
  name: "NetworkGWChanges",
  title: "Ensure changes to network gateways are monitored",
  severity: "medium",
  securityHub: "CloudWatch.12",
  pattern:
    "{ ($.eventName = CreateCustomerGateway) || ($.eventName = DeleteCustomerGateway) || ($.eventName = AttachInternetGateway) || ($.eventName = CreateInternetGateway) || ($.eventName = DeleteInternetGateway) || ($.eventName = DetachInternetGateway) }",
  subject: "gateway",
  meaning:
    "A customer or internet gateway was made, deleted, attached or detached: a VPC may have gained or lost its way out.",
  response:
    "Find the event in CloudTrail: caller, gateway and VPC. If nobody meant it: aws ec2 detach-internet-gateway, or attach it again.",
});
