import { DataAwsCloudwatchLogGroups } from "@cdktf/provider-aws/lib/data-aws-cloudwatch-log-groups";
import type { Construct } from "constructs";
import type { Locality } from "../aws";
import type { TargetTrail } from "../fleet";
import { TRAIL_ADDRESS } from "../names";

/** Fails the plan where the trail's log group does not exist, saying where it was looked for and who named it. */
export function checkLogGroup(scope: Construct, { logGroup, configPath }: TargetTrail, at: Locality): void {
  new DataAwsCloudwatchLogGroups(scope, TRAIL_ADDRESS, {
    logGroupNamePrefix: logGroup,
    lifecycle: {
      postcondition: [
        {
          condition: `\${contains(self.log_group_names, "${logGroup}")}`,
          errorMessage:
            `Account ${at.account} has no log group ${logGroup} in ${at.region}. ` +
            `It is named at ${configPath}: name the log group that CloudTrail writes to there.`,
        },
      ],
    },
  });
}
