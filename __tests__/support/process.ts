import { type ChildProcessWithoutNullStreams as Child, spawn } from "node:child_process";
import path from "node:path";

const ROOT = path.resolve(__dirname, "../..");

/** Less than a test has, so that none leaves a process behind. */
const PATIENCE_MS = 50_000;

/** What a process left behind. */
export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** What a process has of this one's environment. */
const BARE = { PATH: process.env.PATH, HOME: process.env.HOME, CHECKPOINT_DISABLE: "1" };

/** Runs a program of this project as a process of its own. */
export const run = (args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Ended> => ended(start(args, env));

/** Starts a program of this project; one that has not ended after a while is killed. */
export const start = (args: readonly string[], env: NodeJS.ProcessEnv, program = process.execPath): Child =>
  spawn(program, args, { cwd: ROOT, env: { ...BARE, ...env }, timeout: PATIENCE_MS, killSignal: "SIGKILL" });

/** What a process left behind, once it has ended. */
export function ended(child: Child): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const text = { out: "", err: "" };
    child.stdout.on("data", (chunk) => {
      text.out += chunk;
    });
    child.stderr.on("data", (chunk) => {
      text.err += chunk;
    });
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, ...text }));
  });
}
