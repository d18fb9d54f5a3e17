import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import path from "node:path";
import pMap from "p-map";
import { openAccount } from "../e2e/lab/accounts";
import { CommandError, type Environment, start } from "../e2e/lab/command";
import { type Emulator, startEmulator } from "../e2e/lab/emulator";
import { createLogGroup } from "../e2e/lab/ground";
import { inProject, projectRoot } from "../e2e/lab/paths";
import setup from "../e2e/lab/setup";
import { readStatus } from "../e2e/lab/status";
import { fleetConfig, logGroup, management, pipeline, prepareState } from "../e2e/support/fleet";
import { fleetOf } from "./fleet";

/*
 * What a rollout costs: `keywatch deploy` beside `cdktf deploy '*'` and beside a plain loop of Terraform, each from nothing
 * in an emulated AWS; then a change to one account. `npm run bench:deploy` prints JSON; progress goes to stderr. It takes
 * some ten minutes, and needs what the end-to-end tests need: without that it says what is missing.
 */

const SIZE = Number(process.argv[2] ?? 40);
const PARALLELISM = availableParallelism();
/** For whom the figures are carried over. */
const ON_PAPER = { stacks: 10_000, processors: 16 };

const keywatch = `"${process.execPath}" "${inProject("bin/keywatch.js")}"`;
const cdktf = `"${inProject("node_modules/.bin/cdktf")}"`;

/** The ways to deploy, as lines of a shell in which `$CONFIG` and `$OUT` stand for the config and the output folder. */
const WAYS = {
  keywatch: `${keywatch} deploy --yes --parallelism ${PARALLELISM} -c "$CONFIG" -o "$OUT"`,
  cdktf: `KEYWATCH_CONFIG="$CONFIG" ${cdktf} deploy '*' --auto-approve --skip-provider-lock --parallelism ${PARALLELISM} --output "$OUT"`,
  loop: `${keywatch} synth -c "$CONFIG" -o "$OUT" && for stack in "$OUT"/stacks/*; do terraform -chdir="$stack" init -input=false && terraform -chdir="$stack" apply -input=false -auto-approve || exit 1; done`,
} as const;

/** What a line of a shell took, in seconds: on the clock, and of processors by all that it started. */
interface Took {
  readonly seconds: number;
  readonly cpuSeconds: number;
}

const say = (text: string) => process.stderr.write(`${text}\n`);
const round = (number: number): number => Math.round(number * 10) / 10;

async function took(line: string, env: Environment): Promise<Took> {
  const begun = performance.now();
  // The shell's own word for the processor time of all that it started and waited for.
  const result = await start("sh", ["-c", `( ${line} ) >&2; code=$?; times; exit $code`], { cwd: projectRoot, env })
    .finished;
  if (result.code !== 0) throw new CommandError(line, result);
  const [, children = ""] = result.stdout.trim().split("\n");
  const parts = [...children.matchAll(/(\d+)m([\d.]+)s/g)].map(
    ([, minutes, seconds]) => Number(minutes) * 60 + Number(seconds),
  );
  return {
    seconds: round((performance.now() - begun) / 1000),
    cpuSeconds: round(parts.reduce((sum, part) => sum + part, 0)),
  };
}

/** The fleet in a repository of its own, so that a change to it can be found. */
function newProject(aws: Emulator) {
  const folder = mkdtempSync(path.join(tmpdir(), "keywatch-bench-deploy-"));
  const config = path.join(folder, "keywatch.config.json");
  const { accounts } = fleetOf(SIZE);
  const subscriptions = [{ protocol: "email", endpoint: "security@acme.example" }];
  const write = (first: object) => {
    const [one, ...others] = accounts;
    const fleet = fleetConfig(aws, { defaults: { subscriptions }, accounts: [{ ...one, ...first }, ...others] });
    writeFileSync(config, JSON.stringify(fleet, null, 2));
  };
  const git = (...args: readonly string[]) =>
    execFileSync("git", ["-c", "user.name=bench", "-c", "user.email=bench@acme.example", ...args], { cwd: folder });
  mkdirSync(folder, { recursive: true });
  write({});
  for (const args of [
    ["init", "--quiet"],
    ["add", "."],
    ["commit", "--quiet", "--message", "Fleet"],
  ])
    git(...args);
  return { folder, config, write, accounts };
}

async function main() {
  await setup();
  const status = readStatus();
  if (!status.ready) return { skipped: status.missing };
  const aws = await startEmulator({ kind: "ministack" });
  try {
    const { folder, config, write, accounts } = newProject(aws);
    const envOf = (way: string) => ({ ...pipeline(aws), CONFIG: config, OUT: path.join(folder, way, "cdktf.out") });
    const ground = async () => {
      await aws.reset();
      await prepareState(aws);
      const places = accounts.map(({ id }) => openAccount(aws, { account: id, region: management.region }));
      await pMap(places, (account) => createLogGroup(account, logGroup), { concurrency: 8 });
    };
    const full: Record<string, Took> = {};
    for (const [way, line] of Object.entries(WAYS).reverse()) {
      say(`deploying ${SIZE} stacks by ${way}`);
      await ground();
      full[way] = await took(line, envOf(way));
      say(JSON.stringify(full[way]));
    }
    say("deploying a change to one account");
    write({ subscriptions: [{ protocol: "email", endpoint: "platform@acme.example" }] });
    const oneChange = await took(`${WAYS.keywatch} --affected HEAD`, envOf("keywatch"));
    const perStack = (full.keywatch?.cpuSeconds ?? Number.NaN) / SIZE;
    const hours = (ON_PAPER.stacks * perStack) / ON_PAPER.processors / 3600;
    return { stacks: SIZE, parallelism: PARALLELISM, full, oneChange, onPaper: { ...ON_PAPER, hours: round(hours) } };
  } finally {
    await aws.stop();
  }
}

main().then((result) => console.log(JSON.stringify(result, null, 2)));
