import { targetOf } from "../support/targets";
import { describeWrong } from "../support/validation";

const adoptedWith = (adopt: readonly string[] | undefined, controls: object) =>
  targetOf({ "accounts[0].adopt": adopt, "accounts[0].controls": controls }).adopted.map(({ to }) => to);

const filter = (control: string) => `aws_cloudwatch_log_metric_filter.${control}`;
const alarm = (control: string) => `aws_cloudwatch_metric_alarm.${control}`;

test("what a target adopts is found by the ids of the provider", () => {
  expect(targetOf({ "accounts[0].adopt": ["topic", "alarm", "filter"] }).adopted).toEqual([
    { to: filter("cis_4_7"), id: "trail:KMSCustomerKeyDisableOrDeleteEvents" },
    { to: alarm("cis_4_7"), id: "KMSCustomerKeyDisableOrDeleteAlarm" },
    { to: "aws_sns_topic.alerts", id: "arn:aws:sns:eu-west-1:111111111111:KMSCustomerKeyEvents" },
  ]);
});

test.each([
  ["nothing", undefined, { "key-enabled": true }, []],
  ["the same of every control", ["filter"], { "key-enabled": true }, [filter("cis_4_7"), filter("key_enabled")]],
  [
    "what one control alone says",
    undefined,
    { "cis-4.7": { adopt: ["alarm"] }, "key-enabled": true },
    [alarm("cis_4_7")],
  ],
  [
    "what a control says in place of what the target says",
    ["filter", "alarm", "topic"],
    { "cis-4.7": { adopt: ["filter"] }, "key-enabled": { adopt: [] } },
    [filter("cis_4_7"), "aws_sns_topic.alerts"],
  ],
  ["nothing of a control that is changed otherwise", ["alarm"], { "cis-4.7": { severity: "low" } }, [alarm("cis_4_7")]],
])("a target adopts %s", (_, adopt, controls, adopted) => {
  expect(adoptedWith(adopt, controls)).toEqual(adopted);
});

describeWrong("what a control cannot adopt", [
  [
    "a topic",
    { 'accounts[0].controls["cis-4.7"]': { adopt: ["topic"] } },
    [
      'accounts[0].controls["cis-4.7"].adopt[0]',
      '"topic" is not known here.',
      "one of: filter, alarm",
      "Name what exists already.",
    ],
  ],
]);
