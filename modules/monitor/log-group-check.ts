import { DataAwsCloudwatchLogGroups } from "@cdktf/provider-aws/lib/data-aws-cloudwatch-log-groups";
import type { Construct } from "constructs";
import type { Target } from "../fleet";
import { LOG_GROUP_ADDRESS } from "../names";

/** Fails the plan where the trail's log group does not exist, saying where it was looked for and who named it. */
export function checkLogGroup(scope: Construct, { account, region, logGroup }: Target): void {
  new DataAwsCloudwatchLogGroups(scope, LOG_GROUP_ADDRESS, {
    logGroupNamePrefix: logGroup.name,
    lifecycle: {
      postcondition: [
        {
          condition: `\${contains(self.log_group_names, "${logGroup.name}")}`,
          errorMessage:
            `Account ${account.id} has no log group ${logGroup.name} in ${region}. ` +
            `It is named at ${logGroup.configPath}: name the log group that CloudTrail writes to there.`,
        },
      ],
    },
  });
}
