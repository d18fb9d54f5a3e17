import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pMap from "p-map";
import { openAccount } from "../e2e/lab/accounts";
import { start } from "../e2e/lab/command";
import { type Emulator, startEmulator } from "../e2e/lab/emulator";
import { emulatedEnvironment } from "../e2e/lab/environment";
import setup from "../e2e/lab/setup";
import { LocalFleet } from "../e2e/support/local-fleet";
import { createTrail } from "../e2e/support/trail";
import { targetsOf } from "../support/targets";
import { processorTime, watchMemory } from "./family";
import { fleetOf } from "./fleet";
import { deployByApi } from "./ground";
import { median, type Run, run, typescript } from "./program";

/*
 * What an audit costs, beside a plain `terraform plan` of the same stacks one by one. `npm run bench:audit` prints JSON;
 * progress goes to stderr. It needs what the end-to-end tests need, and exits 1 when the goal is missed.
 *
 * All targets are in an emulated AWS, a single process: `emulator` tells how much of the audit's time it was at work.
 * Some stacks are applied by Terraform and planned; the plans of all are their median times the number.
 */

const SIZE = 300;
const GOAL = { size: 100, factor: 100 };
const PLANNED = 5;
const AUDITS = 3;
const LOG_GROUP = "aws-controltower/CloudTrailLogs";
const region = "eu-west-1";
const home = { account: "999999999999", region };

const say = (text: string) => process.stderr.write(`${text}\n`);

/** The bench's fleet, with endpoints that an emulator confirms at once and state on this machine. */
function configOf(size: number) {
  const { state: _, defaults, ...fleet } = fleetOf(size);
  return {
    ...fleet,
    defaults: { ...defaults, subscriptions: [{ protocol: "email", endpoint: "security@acme.example" }] },
  };
}

async function prepare(aws: Emulator): Promise<LocalFleet> {
  const targets = targetsOf(configOf(SIZE));
  say(`making trails and alerts of ${SIZE} accounts`);
  await pMap(
    targets,
    async (target, index) => {
      const account = openAccount(aws, { account: target.account.id, region });
      await createTrail(account, LOG_GROUP);
      if (index >= PLANNED) await deployByApi(account, target);
    },
    { concurrency: 8 },
  );
  const local = new LocalFleet("bench-audit", emulatedEnvironment(aws, home));
  local.synth(targets.slice(0, PLANNED));
  for (const { stackId } of targets.slice(0, PLANNED)) {
    say(`applying ${stackId}`);
    await (await local.stack(stackId)).apply();
  }
  return local;
}

/** Plans of stacks that have nothing to change, one after another. */
async function plans(aws: Emulator, local: LocalFleet): Promise<Run> {
  const runs: Run[] = [];
  for (const { stackId } of targetsOf(configOf(PLANNED))) {
    say(`planning ${stackId}`);
    const begun = performance.now();
    const running = start("terraform", ["plan", "-detailed-exitcode"], {
      cwd: local.folder(stackId),
      env: emulatedEnvironment(aws, home),
    });
    const memory = watchMemory(running.child.pid ?? 0);
    const { code, stdout, stderr } = await running.finished;
    runs.push({ ms: performance.now() - begun, cpuMs: Number.NaN, mib: memory() });
    if (code !== 0) throw new Error(`The plan of ${stackId} is not empty:\n${stdout}${stderr}`);
  }
  return median(runs);
}

/** Audits of a fleet in order, each in a process of its own. */
async function audits(aws: Emulator, folder: string, size: number) {
  const config = path.join(folder, `fleet-${size}.json`);
  writeFileSync(config, JSON.stringify(configOf(size)));
  const program = typescript("modules/cli/main.ts", ["audit", "--json", "--config", config], {
    ...emulatedEnvironment(aws, home),
    CDKTF_OUTDIR: path.join(folder, "cdktf.out"),
  });
  const before = processorTime(aws.pid);
  const runs: Run[] = [];
  for (let time = 0; time < AUDITS; time++) {
    say(`auditing ${size}`);
    runs.push(await run(program));
  }
  return { ...median(runs), emulatorCpuMs: Math.round((processorTime(aws.pid) - before) / AUDITS) };
}

async function main() {
  await setup();
  const aws = await startEmulator({ kind: "ministack" });
  try {
    const folder = mkdtempSync(path.join(tmpdir(), "keywatch-bench-audit-"));
    const local = await prepare(aws);
    const plan = await plans(aws, local);
    const [goal, all] = [await audits(aws, folder, GOAL.size), await audits(aws, folder, SIZE)];
    const factor = (plan.ms * GOAL.size) / goal.ms;
    const figures = {
      audit: { [GOAL.size]: goal, [SIZE]: all },
      plan: { one: plan, [`${SIZE} one by one, scaled`]: { ms: Math.round(plan.ms * SIZE) } },
      goal: {
        what: `audit of ${GOAL.size} beside their plans one by one`,
        factor: Math.round(factor),
        atLeast: GOAL.factor,
      },
    };
    console.log(JSON.stringify(figures, null, 2));
    process.exitCode = factor >= GOAL.factor ? 0 : 1;
  } finally {
    await aws.stop();
  }
}

main();
