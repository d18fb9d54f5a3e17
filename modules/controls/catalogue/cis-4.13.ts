import { cisControl } from "../define";

/** `eventSource` keeps out routes of other services, such as `CreateRoute` of API Gateway and of App Mesh. */
export const routeTableChanges = cisControl({
  number: 13,
  name: "RouteTableChanges",
  title: "Ensure route table changes are monitored",
  severity: "medium",
  securityHub: "CloudWatch.13",
  pattern:
    "{ ($.eventName = CreateRoute) || ($.eventName = CreateRouteTable) || ($.eventName = ReplaceRoute) || ($.eventName = ReplaceRouteTableAssociation) || ($.eventName = DeleteRouteTable) || ($.eventName = DeleteRoute) || ($.eventName = DisassociateRouteTable) }",
  checkers: {
    pattern:
      "{($.eventSource=ec2.amazonaws.com) && (($.eventName=CreateRoute) || ($.eventName=CreateRouteTable) || ($.eventName=ReplaceRoute) || ($.eventName=ReplaceRouteTableAssociation) || ($.eventName=DeleteRouteTable) || ($.eventName=DeleteRoute) || ($.eventName=DisassociateRouteTable))}",
    wantedBy: "Prowler and Security Hub ask for this one; Powerpipe takes both.",
  },
  subject: "route table",
  meaning: "A route or route table was made, deleted or replaced: traffic may take another way.",
  response:
    "Find the event in CloudTrail: caller, table and route. If nobody meant it: aws ec2 replace-route with the former target.",
});
