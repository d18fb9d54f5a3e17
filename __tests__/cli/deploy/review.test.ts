import path from "node:path";
import { type Approve, phaseOn, reviewFleet, sharedProviders } from "../../../modules/cli/deploy";
import { synth } from "../../../modules/stacks";
import { hubFleet, type Raw } from "../../support/fleet";
import { targetsOf } from "../../support/targets";
import { fakeTerminal } from "../../support/terminal";
import { applies, breaks, type Ground, onGround, plans, type Script } from "./rollout";

const [payments, data, hub] = [
  "keywatch-111111111111-eu-west-1",
  "keywatch-222222222222-eu-west-1",
  "keywatch-999999999999-eu-west-1",
] as const;
const fleet = hubFleet({ rollout: { waves: [{ accounts: ["111111111111"] }] } });
const changing = { plan: [{ messages: plans(1) }], apply: [{ messages: applies(1).slice(-1) }] };
const everything: Script = { [payments]: changing, [data]: changing, [hub]: changing };

/** Deploys a fleet with somebody who approves, or not. */
const reviewed = (config: Raw, script: Script, approve: Approve, failFast = false) =>
  onGround(config, async ({ folder, env, plays, journal }: Ground) => {
    plays(script);
    const outdir = path.join(folder, "cdktf.out");
    const targets = targetsOf(config);
    synth(targets, outdir);
    const { signal } = new AbortController();
    const site = { outdir, env, lockTimeout: 0, pauses: [0], signal, init: sharedProviders() };
    const rollout = { site, parallelism: 2, failFast, phase: phaseOn(fakeTerminal().terminal) };
    const outcomes = await reviewFleet(targets, rollout, approve);
    return { outcomes, applied: journal().filter((line) => /^begin \S+ apply/.test(line)) };
  });

test("each wave is asked for with what was planned for it, and its plan files are applied, the hub first", async () => {
  const asked: string[] = [];
  const { outcomes, applied } = await reviewed(fleet, everything, async ({ number }, planned) => {
    asked.push(`${number}: ${planned.map(({ stack, status }) => `${stack} ${status}`).join(", ")}`);
    return true;
  });
  expect(asked).toEqual([`1: ${payments} planned, ${hub} planned`, `2: ${data} planned`]);
  expect(outcomes.map(({ status }) => status)).toEqual(["applied", "applied", "applied"]);
  expect(applied).toEqual(
    [hub, payments, data].map((id) => `begin ${id} apply -json -input=false -lock-timeout=0s keywatch.tfplan`),
  );
});

test("a wave that is not approved is left alone, and the next is not even planned", async () => {
  const asked: number[] = [];
  const { outcomes, applied } = await reviewed(fleet, everything, async ({ number }) => {
    asked.push(number);
    return false;
  });
  expect(asked).toEqual([1]);
  expect(applied).toEqual([]);
  expect(outcomes).toMatchObject([
    { stack: payments, status: "skipped", reason: "it was not approved" },
    { stack: hub, status: "skipped", reason: "it was not approved" },
    { stack: data, status: "skipped", reason: `${payments}, which is in an earlier wave, was not deployed` },
  ]);
});

test("nobody is asked where nothing would change", async () => {
  const { outcomes } = await reviewed(fleet, {}, async () => {
    throw new Error("asked");
  });
  expect(outcomes.map(({ status }) => status)).toEqual(["unchanged", "unchanged", "unchanged"]);
});

test("with --fail-fast nobody is asked once a plan failed", async () => {
  const script = { ...everything, [payments]: { plan: [breaks(0, 0, "no")] } };
  const { outcomes, applied } = await reviewed(hubFleet(), script, async () => true, true);
  expect(applied).toEqual([]);
  expect(outcomes.find(({ stack }) => stack === payments)).toMatchObject({ status: "failed", step: "plan" });
});

test("a plan that an own attempt has made stale fails for the reason of that attempt", async () => {
  const throttled = breaks(2, 1, "Throttling: Rate exceeded");
  const stale = breaks(0, 0, "Saved plan is stale");
  const script = { [payments]: { plan: [{ messages: plans(2) }], apply: [throttled, stale] } };
  const { outcomes, applied } = await reviewed(hubFleet(), script, async () => true);
  expect(applied).toHaveLength(2);
  expect(outcomes[0]).toMatchObject({
    stack: payments,
    status: "failed",
    changes: { added: 1 },
    failure: {
      kind: "throttled",
      message: "aws_sns_topic.alerts: It broke: Throttling: Rate exceeded",
      remedy: "Deploy again, with a lower --parallelism. What is left needs a new plan.",
    },
  });
});

test("a plan that was stale before fails for that, also where Terraform had to be initialized twice", async () => {
  const unreachable = breaks(0, 0, "connection refused");
  const script = {
    [payments]: {
      init: [{}, unreachable, {}],
      plan: [{ messages: plans(2) }],
      apply: [breaks(0, 0, "Saved plan is stale")],
    },
  };
  const { outcomes } = await reviewed(hubFleet(), script, async () => true);
  expect(outcomes[0]).toMatchObject({ stack: payments, failure: { kind: "stale" } });
});
