import { renderMessage } from "../../modules/events";
import { stackOf } from "../support/stacks";
import { terraformText } from "../support/terraform-text";

/** Texts in which Terraform, CDKTF or JSON would read something else. */
const TEXTS = [
  "${aws_sns_topic.alerts.arn}",
  "%{ if true }x%{ endif }",
  "$${x} %%{x} $$$%{",
  "${TfToken[TOKEN.0]} #{TfToken[TOKEN.1]} &{TfToken[TOKEN.2]}",
  "-8.109562212591379e+298",
  "quotes \" and ' and \\ and\nlines\r\n\tand \u2028",
  "日本語 🔑 \u0000",
  "account {account}",
];

/** Where any text may stand in a config, and where it must arrive in the stack. */
const PLACES: readonly [path: string, of: (stack: ReturnType<typeof stackOf>) => string][] = [
  [
    'accounts[0].controls["cis-4.7"].filter.pattern',
    ({ resource }) => resource.aws_cloudwatch_log_metric_filter.cis_4_7.pattern,
  ],
  ["accounts[0].topic.displayName", ({ resource }) => resource.aws_sns_topic.alerts.display_name],
  ["accounts[0].role.externalId", ({ provider }) => provider.aws[0].assume_role[0].external_id],
];

const FLEET = {
  "accounts[0].topic": {},
  "accounts[0].role": { arn: "arn:aws:iam::{account}:role/r" },
};

test.each(TEXTS)("the text %j arrives as it was written", (text) => {
  const stack = stackOf({ ...FLEET, ...Object.fromEntries(PLACES.map(([path]) => [path, text])) });
  expect(PLACES.map(([, of]) => terraformText(of(stack)))).toEqual(PLACES.map(() => text));
});

test("an alarm's texts do too, but for their placeholders", () => {
  const alarm = { name: "${x} {account}", description: "%{x} {region}" };
  const written = stackOf({ 'accounts[0].controls["cis-4.7"].alarm': alarm }).resource.aws_cloudwatch_metric_alarm
    .cis_4_7;
  expect(terraformText(written.alarm_name)).toBe("${x} 111111111111");
  expect(terraformText(written.alarm_description)).toBe("%{x} eu-west-1");
});

test("what is in a policy's JSON does too", () => {
  const filterPolicy = { "${k}": ['%{v}"'] };
  const { resource } = stackOf({
    "accounts[0].subscriptions": [
      { protocol: "https", endpoint: "https://acme.example/${x}", filterPolicy, filterPolicyScope: "MessageBody" },
    ],
  });
  const [subscription] = Object.values<Record<string, string>>(resource.aws_sns_topic_subscription);
  expect(terraformText(subscription?.endpoint ?? "")).toBe("https://acme.example/${x}");
  expect(JSON.parse(terraformText(subscription?.filter_policy ?? ""))).toEqual(filterPolicy);
});

test("an account's name in a message does too", () => {
  const name = '${x} %{if} "<key>"';
  const { aws_cloudwatch_event_target } = stackOf({ "accounts[0].fastPath": true, "accounts[0].name": name }).resource;
  const { input_transformer } = aws_cloudwatch_event_target.event_key_deleted;
  const template = { paths: input_transformer.input_paths, text: terraformText(input_transformer.input_template) };
  expect(JSON.parse(renderMessage(template, {})).metadata.additionalContext.account).toBe(`${name} (111111111111)`);
});

test("settings of a backend, which Terraform reads no expressions in, stay as they were written", () => {
  const { terraform } = stackOf({ state: { type: "gcs", prefix: "{stack}/${x}", "%{k}": null } });
  expect(terraform.backend).toEqual({
    gcs: { prefix: "keywatch-111111111111-eu-west-1/${x}", "%{k}": null },
  });
});
