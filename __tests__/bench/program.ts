import { spawn } from "node:child_process";
import path from "node:path";
import { text } from "node:stream/consumers";

/** What a run of a program took. */
export interface Run {
  /** Wall time in milliseconds. */
  readonly ms: number;
  /** Processor time in milliseconds, of TypeScript programs. */
  readonly cpuMs: number;
  /** The most memory in MiB, of TypeScript programs. */
  readonly mib: number;
}

/** A program to measure. */
export interface Program {
  readonly command: readonly [string, ...string[]];
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
}

/** A TypeScript program of this project, started as all of them are, that also tells what it used. */
export const typescript = (file: string, args: readonly string[] = [], env: NodeJS.ProcessEnv = {}): Program => ({
  command: [process.execPath, "-r", path.join(__dirname, "usage.js"), "bin/ts.js", file, ...args],
  env,
});

/** Runs a program in a process of its own; one that fails is no measurement. */
export async function run({ command: [command, ...args], cwd, env }: Program): Promise<Run> {
  const start = performance.now();
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, CHECKPOINT_DISABLE: "1", ...env },
    stdio: ["ignore", "ignore", "pipe", "pipe"],
  });
  const [code, errors, usage] = await Promise.all([
    new Promise<number | null>((resolve, reject) => child.on("error", reject).on("close", resolve)),
    text(child.stdio[2] as NodeJS.ReadableStream),
    text(child.stdio[3] as NodeJS.ReadableStream),
  ]);
  const ms = performance.now() - start;
  if (code !== 0) throw new Error(`${command} ${args.join(" ")} exited ${code}:\n${errors}`);
  return { ms, cpuMs: Number.NaN, mib: Number.NaN, ...JSON.parse(usage || "{}") };
}

/** The middle of several runs, in each respect, to a tenth. */
export function median(runs: readonly Run[]): Run {
  const middle = (of: (run: Run) => number): number =>
    Math.round((runs.map(of).sort((a, b) => a - b)[runs.length >> 1] ?? Number.NaN) * 10) / 10;
  return { ms: middle(({ ms }) => ms), cpuMs: middle(({ cpuMs }) => cpuMs), mib: middle(({ mib }) => mib) };
}

/** Runs programs in turn, several times, so that what else the machine does falls on all of them; the medians. */
export async function interleaved<Name extends string>(
  programs: Readonly<Record<Name, Program>>,
  times: number,
  before: (program: Name) => void = () => {},
): Promise<Record<Name, Run>> {
  const names = Object.keys(programs) as Name[];
  const runs = Object.fromEntries(names.map((name) => [name, [] as Run[]])) as Record<Name, Run[]>;
  for (let time = 0; time < times; time++) {
    for (const name of time % 2 === 0 ? names : [...names].reverse()) {
      before(name);
      runs[name].push(await run(programs[name]));
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(runs[name])])) as Record<Name, Run>;
}
