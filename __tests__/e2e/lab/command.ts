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
  /** Resolves as soon as the command has written something that matches; fails when it ends without. */
  says(pattern: RegExp): Promise<void>;
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

/** The program that applies stacks: Terraform, or OpenTofu where this variable names it. */
export const TERRAFORM = process.env.TERRAFORM_BINARY_NAME ?? "terraform";

/** The few variables that any command needs; credentials and proxies of the machine are not among them. */
export function bareEnvironment(): Environment {
  const kept = ["PATH", "HOME", "TMPDIR", "LANG", "TERRAFORM_BINARY_NAME"];
  return Object.fromEntries(kept.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])));
}

const running = new Set<Running>();

/** Kills every command that is still under way. */
export async function killRunning(): Promise<void> {
  await Promise.all([...running].map((command) => command.kill()));
}

/** Starts a command. */
export function start(command: string, args: readonly string[], options: CommandOptions): Running {
  const child = spawn(command, args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
  const written = { stdout: "", stderr: "" };
  for (const stream of ["stdout", "stderr"] as const) {
    child[stream].setEncoding("utf8").on("data", (text: string) => {
      written[stream] += text;
    });
  }
  const finished = new Promise<Finished>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, signal) => resolve({ code, signal, ...written }));
  });
  const handle: Running = {
    child,
    finished: finished.finally(() => running.delete(handle)),
    says: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => pattern.test(written.stdout + written.stderr) && resolve();
        look();
        child.stdout.on("data", look);
        child.stderr.on("data", look);
        const fail = (result: Finished) => reject(new CommandError([command, ...args].join(" "), result));
        finished.then(fail, reject);
      }),
    kill: () => {
      for (const pid of familyOf(child.pid)) kill(pid);
      return finished;
    },
  };
  running.add(handle);
  return handle;
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

/** A process and all that it started. */
function familyOf(root: number | undefined): readonly number[] {
  if (root === undefined) return [];
  const table = execFileSync("ps", ["-eo", "pid=,ppid="], { encoding: "utf8" }).trim().split("\n");
  const processes = table.map((line) => line.trim().split(/\s+/).map(Number));
  const family = new Set([root]);
  for (const member of family) {
    for (const [pid, parent] of processes) if (parent === member && pid !== undefined) family.add(pid);
  }
  return [...family];
}

function kill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}
