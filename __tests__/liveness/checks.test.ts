import { REGIONS } from "../../modules/aws";
import { heartbeatTarget, LIVENESS_CHECKS } from "../../modules/liveness";
import { heartbeatName, stackId } from "../../modules/names";

const checks = LIVENESS_CHECKS.map((check) => ({ ...check }));
const silences = checks.filter(({ subject }) => subject !== "notifications");

test("every check has an id, a metric and an alarm of its own", () => {
  for (const names of [
    checks.map(({ id }) => id),
    checks.map(({ metric }) => metric.name),
    checks.map((c) => c.alarm.name),
  ])
    expect(new Set(names).size).toBe(checks.length);
});

test.each(silences)(
  "$id takes what is missing for a failure, and looks no longer back than CloudWatch does",
  ({ alarm }) => {
    expect(alarm).toMatchObject({ missingData: "breaching", comparison: "LessThanThreshold", threshold: 1 });
    expect(alarm.period).toBeGreaterThanOrEqual(3600);
    expect(alarm.period * alarm.evaluationPeriods).toBeLessThanOrEqual(604_800);
  },
);

test("a missed heartbeat is told after more than one delivery of CloudTrail could be late", () => {
  const heartbeat = checks.find(({ id }) => id === "heartbeat-missing");
  expect(heartbeat?.alarm.evaluationPeriods).toBeGreaterThan(1);
});

/** EventBridge Scheduler User Guide, "Using universal targets": unsupported actions. */
const READ_ONLY =
  /^(get|describe|list|poll|receive|search|scan|query|select|read|lookup|discover|validate|retrieve|batch)/;

test("the heartbeat's operation is one that a scheduler may call, in every partition", () => {
  const partitions = [...new Set([...REGIONS.values()].map(({ partition }) => partition))];
  for (const partition of partitions) {
    const [, , service, , , , kms, operation = ""] = heartbeatTarget(partition).split(":");
    expect([service, kms]).toEqual(["scheduler", "kms"]);
    expect(operation).not.toMatch(READ_ONLY);
  }
});

test("the name of schedule and role fits IAM, with the longest fleet and region", () => {
  const [region = ""] = [...REGIONS.keys()].sort((a, b) => b.length - a.length);
  expect(heartbeatName(stackId("f".repeat(30), "1".repeat(12), region)).length).toBeLessThanOrEqual(64);
});
