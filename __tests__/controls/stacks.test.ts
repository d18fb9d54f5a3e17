import { CATALOGUE, CONTROL_IDS, type Control } from "../../modules/controls";
import { MAX_LENGTH, parsePattern } from "../../modules/controls/filter-pattern";
import { controlAddress } from "../../modules/names";
import type { Changes, Raw } from "../support/fleet";
import { stackOf } from "../support/stacks";
import { targetOf } from "../support/targets";

const CONTROLS = "accounts[0].controls";
const ROLE = "arn:aws:iam::111111111111:role/deploy";
const controls: readonly Control[] = CATALOGUE;

/** The filters and alarms of the smallest fleet's stack, by their addresses. */
function watched(changes: Changes = {}): { filters: Raw; alarms: Raw } {
  const { aws_cloudwatch_log_metric_filter: filters, aws_cloudwatch_metric_alarm: alarms } = stackOf(changes).resource;
  return { filters, alarms };
}

test("the default config watches CIS 4.7 alone, to the character", () => {
  const name = "KMSCustomerKeyDisableOrDeleteEvents";

  expect(watched()).toEqual({
    filters: {
      cis_4_7: {
        name,
        log_group_name: "trail",
        pattern:
          "{($.eventSource = kms.amazonaws.com) && (($.eventName=DisableKey) || ($.eventName=ScheduleKeyDeletion))}",
        metric_transformation: { name, namespace: "CISBenchmark", value: "1" },
      },
    },
    alarms: {
      cis_4_7: {
        alarm_name: "KMSCustomerKeyDisableOrDeleteAlarm",
        alarm_description:
          "CIS AWS Foundations 4.7, account 111111111111, alarm in eu-west-1. A customer managed KMS key was disabled or " +
          "scheduled for deletion: what it encrypts becomes unreadable, after the waiting period for good. The key may " +
          "be in any region that the trail records. Find DisableKey and ScheduleKeyDeletion in CloudTrail: key and " +
          "caller. If nobody meant it: aws kms cancel-key-deletion, then aws kms enable-key.",
        namespace: "CISBenchmark",
        metric_name: "${aws_cloudwatch_log_metric_filter.cis_4_7.metric_transformation[0].name}",
        statistic: "Sum",
        period: 300,
        threshold: 1,
        comparison_operator: "GreaterThanOrEqualToThreshold",
        evaluation_periods: 1,
        treat_missing_data: "notBreaching",
        actions_enabled: true,
        alarm_actions: ["${aws_sns_topic.alerts.arn}"],
      },
    },
  });
});

test.each(CONTROL_IDS)("%s, switched on, is one filter and one alarm more", (id) => {
  const { filters, alarms } = watched({ [CONTROLS]: { [id]: true } });
  const address = controlAddress(id);
  const addresses = [...new Set(["cis_4_7", address])].sort();
  const control = controls.find((entry) => entry.id === id) as Control;

  expect([Object.keys(filters).sort(), Object.keys(alarms).sort()]).toEqual([addresses, addresses]);
  expect(filters[address]).toMatchObject({ name: control.filter.name, log_group_name: "trail" });
  expect(alarms[address]).toMatchObject({ alarm_name: control.alarm.name, threshold: 1 });
});

test("a fleet that watches everything has every name once", () => {
  const { filters, alarms } = watched({ [CONTROLS]: Object.fromEntries(CONTROL_IDS.map((id) => [id, true])) });

  expect(Object.keys(filters)).toHaveLength(CONTROL_IDS.length);
  expect(Object.keys(alarms)).toHaveLength(CONTROL_IDS.length);
});

/** The pattern of a control in a target. */
const patternOf = (id: string, choice: unknown, changes: Changes = {}): string | undefined =>
  targetOf({ [CONTROLS]: { [id]: choice }, ...changes }).controls.find((control) => control.id === id)?.filter.pattern;

describe("whose pattern a control has", () => {
  const { filter, checkers } = controls.find(({ id }) => id === "cis-4.13") as Control;

  test.each([
    ["the benchmark's by default", true, filter.pattern],
    ["the benchmark's if chosen", { pattern: "benchmark" }, filter.pattern],
    ["the checkers'", { pattern: "checkers" }, checkers?.pattern],
    ["its own", { filter: { pattern: "{ $.a = b }" } }, "{ $.a = b }"],
    ["its own before a chosen one", { pattern: "checkers", filter: { pattern: "{ $.a = b }" } }, "{ $.a = b }"],
    ["the checkers' under another name", { pattern: "checkers", filter: { name: "f" } }, checkers?.pattern],
  ])("%s", (_, choice, pattern) => {
    expect(patternOf("cis-4.13", choice)).toBe(pattern);
  });
});

describe("placeholders of patterns", () => {
  const TOPIC = "arn:aws:sns:eu-west-1:111111111111:KMSCustomerKeyEvents";

  test("are filled in", () => {
    const role = { "accounts[0].role": "arn:aws:iam::{account}:role/deploy" };
    const pattern = patternOf("keywatch-removed", true, role);

    expect(pattern).toContain(`sessionIssuer.arn != "${ROLE}"`);
    expect(pattern).toContain('logGroupName = "trail"');
    expect(pattern).toContain(`topicArn = "${TOPIC}*"`);
    expect(pattern).toContain(`subscriptionArn = "${TOPIC}*"`);
  });

  test("are text where the config gives the pattern", () => {
    const pattern = '{ $.recipientAccountId = "{account}" && $.awsRegion = "{region}" }';

    expect(patternOf("key-enabled", { filter: { pattern } })).toBe(pattern);
  });

  test("without a deploy role everybody is another", () => {
    expect(patternOf("key-policy-changed", true)).toContain('sessionIssuer.arn != "none"');
  });

  test.each(CONTROL_IDS)("none is left in %s, and the pattern keeps its syntax and length", (id) => {
    const pattern =
      patternOf(id, true, {
        "accounts[0].role": `arn:aws:iam::111111111111:role/${"r".repeat(64)}`,
        "accounts[0].trail.logGroup": "g".repeat(64),
        "accounts[0].topic": { name: "t".repeat(40) },
      }) ?? "";

    expect(pattern).not.toMatch(/\{\w+\}/);
    expect(pattern.length).toBeLessThanOrEqual(MAX_LENGTH);
    expect(parsePattern(pattern)).toMatchObject({ ok: true });
  });
});

test("a control's severity chooses its topic", () => {
  const topics = (id: string) =>
    targetOf({
      [CONTROLS]: { "key-enabled": true, "alarms-muted": { severity: "low" } },
      "accounts[0].routes": { low: {} },
    }).controls.find((control) => control.id === id)?.topic;

  expect(["cis-4.7", "key-enabled", "alarms-muted"].map(topics)).toEqual(["alerts", "alerts_low", "alerts_low"]);
});
