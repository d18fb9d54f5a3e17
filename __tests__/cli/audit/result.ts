import type { Audit, Step } from "../../../modules/cli/audit";

const at = "2026-11-24T10:00:00.000Z";

const step = (id: string, verdict: Step["verdict"], more: Partial<Step> = {}): Step => ({
  id,
  title: `Title of ${id}`,
  verdict,
  evidence: `Seen of ${id} <here> & "there".`,
  ...(verdict === "pass" ? {} : { expected: `Expected of ${id}.`, remedy: `Remedy of ${id}.` }),
  at,
  ...more,
});

/** An audit with every verdict, a target that was not asked, and a finding of the fleet. */
export const audit: Audit = {
  version: 1,
  startedAt: at,
  endedAt: "2026-11-24T10:00:05.000Z",
  config: "my fleet/keywatch.config.ts",
  complete: false,
  targets: [
    {
      stackId: "keywatch-111111111111-eu-west-1",
      account: { id: "111111111111", name: "payments" },
      region: "eu-west-1",
      caller: "arn:aws:sts::111111111111:assumed-role/audit/keywatch",
      milliseconds: 1500,
      steps: [
        step("trail-logging", "pass", { resource: "trail" }),
        step("alarm-exists", "fail", { control: "cis-4.7", resource: "alarm" }),
        step("topic-tls", "warn", { resource: "topic" }),
      ],
    },
    {
      stackId: "keywatch-222222222222-eu-west-1",
      account: { id: "222222222222", name: "data" },
      region: "eu-west-1",
      milliseconds: 500,
      steps: [
        step("alarm-exists", "fail", { control: "cis-4.7", resource: "alarm" }),
        step("topic-key-policy", "unknown", { resource: "key" }),
      ],
    },
    {
      stackId: "keywatch-333333333333-eu-west-1",
      account: { id: "333333333333", name: "lost" },
      region: "eu-west-1",
      milliseconds: 20,
      steps: [],
      fault: { kind: "denied", message: "AccessDenied: no", remedy: "Give it." },
    },
  ],
  fleet: [step("state-without-target", "fail", { resource: "keywatch/444444444444/eu-west-1.tfstate" })],
};
