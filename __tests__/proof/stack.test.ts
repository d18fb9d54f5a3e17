import fc from "fast-check";
import { StackView } from "../../modules/proof/stack";
import { literal } from "../../modules/terraform/literal";

const view = new StackView({
  id: "stack",
  expected: { controls: [], alarms: [], rules: [], topics: [] },
  terraform: {
    provider: { aws: [{ region: "cn-north-1", allowed_account_ids: ["111111111111"] }] },
    resource: {
      aws_sns_topic: { alerts: { name: "${aws_kms_alias.a.name}-events" } },
      aws_kms_alias: { a: { name: "keys", target_key_id: "${aws_kms_key.k.key_id}" } },
      aws_kms_key: { k: {} },
      aws_cloudwatch_log_group: { trail: { name: "logs" } },
      aws_filter: { f: { block: { name: "in a block" }, list: [{ name: "in a list" }] } },
    },
  },
});

test("a stack is where its provider works", () => {
  expect(view.at).toEqual({ partition: "aws-cn", region: "cn-north-1", account: "111111111111" });
});

test.each([
  ["plain", "plain"],
  ["", ""],
  [undefined, ""],
  ['${"$"}{not.a.reference}', "${not.a.reference}"],
  ["costs $5", "costs $5"],
  ["${aws_kms_alias.a.name}", "keys"],
  ["of ${aws_kms_alias.a.name}!", "of keys!"],
  ["${aws_sns_topic.alerts.name}", "keys-events"],
  ["${aws_sns_topic.alerts.arn}", "arn:aws-cn:sns:cn-north-1:111111111111:keys-events"],
  ["${aws_cloudwatch_log_group.trail.arn}:*", "arn:aws-cn:logs:cn-north-1:111111111111:log-group:logs:*"],
  ["${aws_cloudwatch_log_group.trail.id}", "logs"],
  ["${aws_filter.f.block[0].name}", "in a block"],
  ["${aws_filter.f.list[0].name}", "in a list"],
])("%j says %j", (argument, text) => {
  expect(view.value(argument)).toEqual({ kind: "text", text });
});

test.each(["${aws_kms_key.k.arn}", "${aws_kms_alias.a.target_key_id}"])("%s is known after apply alone", (argument) => {
  expect(view.value(argument)).toMatchObject({ kind: "attribute", resource: { address: "aws_kms_key.k" } });
});

test.each(["${aws_kms_key.other.arn}", "${local.name}", "${upper(aws_kms_alias.a.name)}", "key ${aws_kms_key.k.arn}"])(
  "%s is not known",
  (argument) => {
    expect(view.value(argument).kind).toBe("unknown");
    expect(view.text(argument)).toBeUndefined();
  },
);

test("every literal says the text that it was made of", () => {
  const text = fc.string({ unit: fc.constantFrom("$", "{", "}", "%", '"', "\\", "a", "TfToken[") });
  fc.assert(fc.property(text, (original) => view.text(literal(original)) === original));
});
