import type { Need } from "../need";
import { FIND_TRAILS, PASS_TRAIL_ROLE, TRAIL } from "../scopes";

/** What the resources of CloudTrail ask for. */
export const CLOUDTRAIL = {
  aws_cloudtrail: [
    { scope: FIND_TRAILS, read: ["cloudtrail:DescribeTrails"] },
    {
      scope: TRAIL,
      read: ["cloudtrail:GetTrailStatus", "cloudtrail:GetEventSelectors", "cloudtrail:ListTags"],
      write: [
        "cloudtrail:CreateTrail",
        "cloudtrail:UpdateTrail",
        "cloudtrail:StartLogging",
        "cloudtrail:PutEventSelectors",
        "cloudtrail:AddTags",
        "cloudtrail:RemoveTags",
      ],
      end: ["cloudtrail:DeleteTrail"],
    },
    { scope: PASS_TRAIL_ROLE, write: ["iam:PassRole"] },
  ],
} as const satisfies Record<string, readonly Need[]>;
