import { layeredFleet } from "../support/fleet";
import { stacksOf } from "../support/stacks";

test("a missing log group fails the plan, with account, region and the place in the config", () => {
  const stacks = stacksOf(layeredFleet({ "accounts[0].trail": { logGroup: "/aws/cloudtrail.#1" } }));
  const checks = Object.values(stacks).map(({ data }) => data.aws_cloudwatch_log_groups.trail);
  expect(checks.map(({ log_group_name_prefix }) => log_group_name_prefix)).toEqual([
    "/aws/cloudtrail.#1",
    "trail",
    "legacy-trail",
  ]);
  expect(checks.map(({ lifecycle }) => lifecycle.postcondition)).toEqual([
    [
      {
        condition: '${contains(self.log_group_names, "/aws/cloudtrail.#1")}',
        error_message:
          'Account 111111111111 has no log group /aws/cloudtrail.#1 in eu-west-1. It is named at accounts["111111111111"].trail.logGroup: name the log group that CloudTrail writes to there.',
      },
    ],
    [
      {
        condition: '${contains(self.log_group_names, "trail")}',
        error_message:
          "Account 222222222222 has no log group trail in eu-west-1. It is named at defaults.trail.logGroup: name the log group that CloudTrail writes to there.",
      },
    ],
    [
      {
        condition: '${contains(self.log_group_names, "legacy-trail")}',
        error_message:
          'Account 222222222222 has no log group legacy-trail in us-east-1. It is named at accounts["222222222222"].overrides["us-east-1"].trail.logGroup: name the log group that CloudTrail writes to there.',
      },
    ],
  ]);
});
