import { layeredFleet } from "../../support/fleet";
import { describeRight, describeWrong } from "../../support/validation";

const AT = "(in 111111111111/eu-west-1)";
const LIVENESS = "accounts[0].liveness";
const named = (name: string) => ({ 'accounts[0].controls["cis-4.7"]': { alarm: { name } } });
const taken = (name: string) =>
  [
    'accounts[0].controls["cis-4.7"]',
    `The alarm of cis-4.7 has the name of one that \`liveness\` makes: ${name}. ${AT}`,
    "a name of its own for every alarm",
    "Change the name of the control's alarm.",
  ] as const;

describeWrong("a watched alert path that does not fit", [
  [
    "an action in another region",
    { [LIVENESS]: { actions: ["arn:aws:sns:us-east-1:111111111111:second"] } },
    [
      `${LIVENESS}.actions[0]`,
      `The action is in us-east-1: an alarm acts only in its own region. ${AT}`,
      "an ARN of the target's region",
      "Write {region} in place of us-east-1, or give the region one of its own in `overrides`.",
    ],
  ],
  [
    "an action of another partition",
    { [LIVENESS]: { actions: ["arn:aws-cn:sns:eu-west-1:111111111111:second"] } },
    [
      `${LIVENESS}.actions[0]`,
      `The ARN is of partition aws-cn, the region of aws. ${AT}`,
      "an ARN that starts with arn:aws:",
      "Write {partition} in place of aws-cn.",
    ],
  ],
  [
    "a control's alarm with the name of the trail's",
    { [LIVENESS]: true, ...named("KeywatchTrailSilentAlarm") },
    taken("KeywatchTrailSilentAlarm"),
  ],
  [
    "a control's alarm with the name of a topic's",
    { [LIVENESS]: true, "accounts[0].routes": { low: {} }, ...named("KeywatchNotificationsFailedAlarm-alerts_low") },
    taken("KeywatchNotificationsFailedAlarm-alerts_low"),
  ],
]);

describeRight("names that only look alike", [
  ["without liveness", named("KeywatchTrailSilentAlarm")],
  ["of a check that is off", { [LIVENESS]: { delivery: false }, ...named("KeywatchTrailSilentAlarm") }],
  ["of a topic that is not there", { [LIVENESS]: true, ...named("KeywatchNotificationsFailedAlarm-alerts_low") }],
]);

describeWrong(
  "dashboards that would overwrite each other",
  [
    [
      "one name in two regions of an account",
      { "defaults.dashboard": { name: "keys" } },
      [
        "defaults.dashboard.name",
        "keywatch-222222222222-us-east-1 and keywatch-222222222222-eu-west-1 would both make the dashboard keys.",
        "a name of its own for every dashboard of an account, whatever its region",
        "Write {region} into the name.",
      ],
    ],
  ],
  layeredFleet,
);

describeRight(
  "dashboards that stay apart",
  [
    ["by their own names", { "defaults.dashboard": true }],
    ["by the region", { "defaults.dashboard": { name: "keys-{region}" } }],
  ],
  layeredFleet,
);
