import { type ChildProcess, execFileSync, spawn } from "node:child_process";

/** The environment of a child process, complete: nothing is inherited beside it. */
export type Environment = Readonly<Record<string, string>>;

/** Where and with what a command runs. */
export interface CommandOptions {
  readonly cwd: string;
  readonly env: Environment;
}

/** What a finished command left: its exit code is null when a signal ended it. */
export interface Finished {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A command under way. */
export interface Running {
  readonly child: ChildProcess;
  /** Resolves when the command ended, however it ended. */
  readonly finished: Promise<Finished>;
  /** All that it has written so far. */
  output(): string;
  /** SIGKILL to the command and to all that it started, also to what runs in a session of its own. */
  kill(): Promise<Finished>;
}

/** A command that failed, with all that it said. */
export class CommandError extends Error {
  override readonly name = "CommandError";

  constructor(
    readonly command: string,
    readonly result: Finished,
  ) {
    const { code, signal, stdout, stderr } = result;
    super(`${command} ended with ${signal ?? `exit code ${code}`}\n--- stdout\n${stdout}\n--- stderr\n${stderr}`);
  }
}

/** The few variables that any command needs; credentials and proxies of the machine are not among them. */
export function bareEnvironment(): Environment {
  const kept = ["PATH", "HOME", "TMPDIR", "LANG"];
  return Object.fromEntries(kept.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])));
}

/** Starts a command. */
export function start(command: string, args: readonly string[], options: CommandOptions): Running {
  const child = spawn(command, args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (text) => {
    stdout += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text) => {
    stderr += text;
  });
  const finished = new Promise<Finished>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, signal) => resolve({ code, signal, stdout, stderr }));
  });
  return {
    child,
    finished,
    output: () => stdout + stderr,
    kill: () => {
      for (const pid of descendants(child.pid)) kill(pid);
      return finished;
    },
  };
}

/** Runs a command to its end; fails with all of its output unless it exits with one of the accepted codes. */
export async function run(
  command: string,
  args: readonly string[],
  options: CommandOptions,
  accepted: readonly number[] = [0],
): Promise<Finished> {
  const result = await start(command, args, options).finished;
  if (result.code === null || !accepted.includes(result.code)) {
    throw new CommandError([command, ...args].join(" "), result);
  }
  return result;
}

function descendants(root: number | undefined): readonly number[] {
  if (root === undefined) return [];
  const processes = execFileSync("ps", ["-eo", "pid=,ppid="], { encoding: "utf8" })
    .trim()
    .split("\n")
    .map((line) => line.trim().split(/\s+/).map(Number));
  const below = (pid: number): readonly number[] => [
    pid,
    ...processes.flatMap(([child, parent]) => (child !== undefined && parent === pid ? below(child) : [])),
  ];
  return below(root);
}

function kill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}
