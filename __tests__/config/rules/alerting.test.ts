import { describeRight, describeWrong } from "../../support/validation";

const AT = "(in 111111111111/eu-west-1)";
const PARTITION = ["an ARN that starts with arn:aws:", "Write {partition} in place of aws-cn."] as const;
const slack = (roleArn: string) => ({ type: "slack", workspaceId: "T07EA123LEP", channelId: "C07EZ1ABC23", roleArn });

describeWrong("what else alarms do, that does not fit", [
  [
    "an action in another region",
    { "accounts[0].actions.alarm": ["arn:aws:ssm:us-east-1:111111111111:opsitem:2"] },
    [
      "accounts[0].actions.alarm[0]",
      `The action is in us-east-1: an alarm acts only in its own region. ${AT}`,
      "an ARN of the target's region",
      "Write {region} in place of us-east-1, or give the region one of its own in `overrides`.",
    ],
  ],
  [
    "an action of another partition",
    { "accounts[0].actions.ok": ["arn:aws-cn:sns:eu-west-1:111111111111:over"] },
    ["accounts[0].actions.ok[0]", `The ARN is of partition aws-cn, the region of aws. ${AT}`, ...PARTITION],
  ],
  [
    "a chat channel's role of another account",
    { "accounts[0].chat": [slack("arn:aws:iam::222222222222:role/chat")] },
    [
      "accounts[0].chat[0].roleArn",
      `The role is in account 222222222222, not in the account that it is for. ${AT}`,
      "a role of each target's own account",
      "Write {account} in place of 222222222222, or give that account a role of its own.",
    ],
  ],
  [
    "a role for emergencies of another partition",
    { "accounts[0].breakGlassRoles": ["arn:aws-cn:iam::222222222222:role/break-glass"] },
    ["accounts[0].breakGlassRoles[0]", `The ARN is of partition aws-cn, the region of aws. ${AT}`, ...PARTITION],
  ],
  [
    "a pattern that breaks its syntax",
    { 'accounts[0].controls["cis-4.7"].filter.pattern': "{ $.eventName = DisableKey" },
    [
      'accounts[0].controls["cis-4.7"].filter.pattern',
      expect.stringMatching(/^The pattern is wrong at column 27: .+ \(in 111111111111\/eu-west-1\)$/),
      expect.stringContaining("}"),
      "Mend the pattern; the CloudWatch Logs User Guide has its syntax under filter patterns for JSON.",
    ],
  ],
]);

describeRight("what else alarms do, that fits", [
  [
    "actions in the target's region, and a response plan, which has none",
    {
      "accounts[0].actions": {
        alarm: [
          "arn:{partition}:ssm:{region}:{account}:opsitem:2",
          "arn:aws:ssm-incidents::111111111111:response-plan/x",
        ],
        ok: ["arn:aws:lambda:eu-west-1:111111111111:function:over"],
        notifyOk: true,
      },
    },
  ],
  ["a chat channel's role of the account", { "accounts[0].chat": [slack("arn:aws:iam::{account}:role/chat")] }],
  [
    "a role for emergencies of another account",
    { "accounts[0].breakGlassRoles": ["arn:aws:iam::222222222222:role/*"] },
  ],
  ["a pattern for logs that are not JSON", { 'accounts[0].controls["cis-4.7"].filter.pattern': "[ip, user, ...]" }],
]);
