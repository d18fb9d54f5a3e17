import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { writeConfigs } from "./fleet";
import { interleaved, type Program, type Run, typescript } from "./program";
import { assertSame } from "./same";

/*
 * What Keywatch costs: beside a bare CDKTF program that declares the same, and beside a program that does nothing.
 * `npm run bench` prints JSON; progress goes to stderr. It exits 1 when a goal is missed.
 *
 * Goals of time go by processor time: wall time on a machine that others use tells of them too. It stands beside.
 */

const GOAL = { time: 1.2, memory: 1.3, validate: 1.5 };
const TIMES: Readonly<Record<number, number>> = { 1: 5, 10: 5, 100: 7, 1000: 5 };

const folder = mkdtempSync(path.join(tmpdir(), "keywatch-bench-"));
const ratio = (a: number, b: number): number => a / b;
/** Rounds what is printed; goals are judged by what was measured. */
const rounded = (_: string, value: unknown) => (typeof value === "number" ? Math.round(value * 1000) / 1000 : value);
const ratios = (a: Run, b: Run) => ({
  time: ratio(a.cpuMs, b.cpuMs),
  wallTime: ratio(a.ms, b.ms),
  memory: ratio(a.mib, b.mib),
});
const say = (text: string) => process.stderr.write(`${text}\n`);

/** Synth of a fleet by the two programs. */
async function synth(size: number, times: number) {
  say(`synth of ${size}`);
  const outdir = { bare: path.join(folder, "bare"), keywatch: path.join(folder, "keywatch") };
  const programs = {
    bare: typescript("__tests__/bench/bare.ts", [String(size)], { CDKTF_OUTDIR: outdir.bare }),
    keywatch: typescript("main.ts", [], {
      CDKTF_OUTDIR: outdir.keywatch,
      KEYWATCH_CONFIG: writeConfigs(folder, size).ts,
    }),
  };
  const clear = (name: keyof typeof outdir) => rmSync(outdir[name], { recursive: true, force: true });
  await interleaved(programs, 1, clear); // compiles what is new
  assertSame(outdir.bare, outdir.keywatch, "keywatch-111111111111-eu-west-1");
  const { bare, keywatch } = await interleaved(programs, times, clear);
  return { bare, keywatch, ratio: ratios(keywatch, bare) };
}

/** `validate` of a config, beside the empty program started the same way. */
async function validate(size: number) {
  say(`validate of ${size}`);
  const configs = writeConfigs(folder, size);
  const keywatch = (config: string) => typescript("modules/cli/main.ts", ["validate", "--config", config]);
  const programs = {
    empty: typescript("__tests__/bench/empty.ts"),
    ts: keywatch(configs.ts),
    yaml: keywatch(configs.yaml),
    json: keywatch(configs.json),
  };
  await interleaved(programs, 1);
  const { empty, ...forms } = await interleaved(programs, 9);
  return {
    empty,
    ...forms,
    ratio: { ts: ratios(forms.ts, empty), yaml: ratios(forms.yaml, empty), json: ratios(forms.json, empty) },
  };
}

/** The same as people type it, through npx. */
async function npx(size: number) {
  say(`npx keywatch validate of ${size}`);
  const programs = {
    empty: npxOf("empty", emptyPackage()),
    keywatch: npxOf("keywatch", ".", "validate", "--config", writeConfigs(folder, size).ts),
  };
  await interleaved(programs, 1);
  const { empty, keywatch } = await interleaved(programs, 7);
  return { empty: empty.ms, keywatch: keywatch.ms, ratio: ratio(keywatch.ms, empty.ms) };
}

const npxOf = (bin: string, cwd: string, ...args: string[]): Program => ({
  command: ["npx", "--no-install", bin, ...args],
  cwd,
});

/** A package whose one command is the empty program, started as `bin/keywatch.js` starts its own. */
function emptyPackage(): string {
  const home = path.join(folder, "empty");
  const project = path.resolve(".");
  mkdirSync(home);
  writeFileSync(path.join(home, "package.json"), JSON.stringify({ name: "empty", bin: { empty: "empty.js" } }));
  writeFileSync(
    path.join(home, "empty.js"),
    `#!/usr/bin/env node\nrequire("${project}/bin/typescript");\nrequire("${project}/__tests__/bench/empty.ts");\n`,
    { mode: 0o755 },
  );
  symlinkSync(path.join(project, "node_modules"), path.join(home, "node_modules"));
  return home;
}

/** The first run after a clone or a change, when nothing is compiled yet. */
async function cold() {
  say("first runs");
  const config = writeConfigs(folder, 10).ts;
  const outdir = path.join(folder, "keywatch");
  const uncompiled = (program: Program): Program => ({
    ...program,
    env: { ...program.env, JITI_REBUILD_FS_CACHE: "true", NODE_DISABLE_COMPILE_CACHE: "1" },
  });
  return interleaved(
    {
      empty: uncompiled(typescript("__tests__/bench/empty.ts")),
      validate: uncompiled(typescript("modules/cli/main.ts", ["validate", "--config", config])),
      synth: uncompiled(typescript("main.ts", [], { CDKTF_OUTDIR: outdir, KEYWATCH_CONFIG: config })),
    },
    3,
  );
}

interface Goal {
  readonly goal: string;
  readonly figure: number;
  readonly atMost: number;
  readonly reached: boolean;
}

const goal = (name: string, figure: number, atMost: number): Goal => ({
  goal: name,
  figure,
  atMost,
  reached: figure <= atMost,
});

async function main() {
  const sizes = Object.entries(TIMES);
  const synths: Record<string, Awaited<ReturnType<typeof synth>>> = {};
  for (const [size, times] of sizes) synths[size] = await synth(Number(size), times);
  const [one, hundred, thousand] = [synths["1"], synths["100"], synths["1000"]];
  if (!one || !hundred || !thousand) throw new Error("A size is missing.");
  const growth = {
    /** Milliseconds that a further target costs, from 1 to 100 and from 100 to 1,000. */
    msPerTarget: [
      (hundred.keywatch.cpuMs - one.keywatch.cpuMs) / 99,
      (thousand.keywatch.cpuMs - hundred.keywatch.cpuMs) / 900,
    ],
    factor: ratio(thousand.keywatch.cpuMs, hundred.keywatch.cpuMs),
    /** The same without what one target takes: the start of the program. */
    factorAboveOne: ratio(thousand.keywatch.cpuMs - one.keywatch.cpuMs, hundred.keywatch.cpuMs - one.keywatch.cpuMs),
  };
  const started = await validate(1000);
  const typed = await npx(1000);
  const goals = [
    goal("synth of 100: time beside bare", hundred.ratio.time, GOAL.time),
    goal("synth of 100: memory beside bare", hundred.ratio.memory, GOAL.memory),
    goal("synth of 1,000: time beside bare", thousand.ratio.time, GOAL.time),
    goal("synth of 1,000: memory beside bare", thousand.ratio.memory, GOAL.memory),
    goal("growth from 100 to 1,000 above the time of one", growth.factorAboveOne, ratio(999, 99)),
    goal("validate of 1,000 beside an empty program", started.ratio.ts.time, GOAL.validate),
    goal("npx keywatch validate of 1,000 beside npx of an empty program, wall time", typed.ratio, GOAL.validate),
  ];
  const figures = {
    node: process.version,
    goals,
    synth: synths,
    growth,
    validate: started,
    npx: typed,
    first: await cold(),
  };
  console.log(JSON.stringify(figures, rounded, 2));
  process.exitCode = goals.every(({ reached }) => reached) ? 0 : 1;
}

main().finally(() => rmSync(folder, { recursive: true }));
