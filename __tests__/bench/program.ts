import { spawn } from "node:child_process";
import path from "node:path";
import { text } from "node:stream/consumers";

/** One run of a program: wall time, and the most memory it had where it told. */
export interface Run {
  readonly ms: number;
  readonly mib?: number;
}

/** A program to measure. */
export interface Program {
  readonly command: readonly [string, ...string[]];
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
}

/** A TypeScript program of this project, started as all of them are, that also tells its memory. */
export const typescript = (file: string, args: readonly string[] = [], env: NodeJS.ProcessEnv = {}): Program => ({
  command: [process.execPath, "-r", path.join(__dirname, "peak.js"), "bin/ts.js", file, ...args],
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
  const [code, errors, peak] = await Promise.all([
    new Promise<number | null>((resolve, reject) => child.on("error", reject).on("close", resolve)),
    text(child.stdio[2] as NodeJS.ReadableStream),
    text(child.stdio[3] as NodeJS.ReadableStream),
  ]);
  const ms = performance.now() - start;
  if (code !== 0) throw new Error(`${command} ${args.join(" ")} exited ${code}:\n${errors}`);
  return { ms, mib: peak ? Number(peak) / 1024 : undefined };
}

/** The middle of several runs, of time and of memory. */
export function median(runs: readonly Run[]): { readonly ms: number; readonly mib: number } {
  const middle = (values: readonly number[]): number =>
    [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
  return {
    ms: Math.round(middle(runs.map(({ ms }) => ms))),
    mib: Math.round(middle(runs.map(({ mib }) => mib ?? Number.NaN)) * 10) / 10,
  };
}

/** Runs programs in turn, several times, so that what else the machine does falls on all of them; the medians. */
export async function interleaved<Name extends string>(
  programs: Readonly<Record<Name, Program>>,
  times: number,
  before: (program: Name) => void = () => {},
): Promise<Record<Name, ReturnType<typeof median>>> {
  const names = Object.keys(programs) as Name[];
  const runs = Object.fromEntries(names.map((name) => [name, [] as Run[]])) as Record<Name, Run[]>;
  for (let time = 0; time < times; time++) {
    for (const name of time % 2 === 0 ? names : [...names].reverse()) {
      before(name);
      runs[name].push(await run(programs[name]));
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(runs[name])])) as Record<Name, ReturnType<typeof median>>;
}
