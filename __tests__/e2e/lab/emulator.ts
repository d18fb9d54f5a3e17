import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, mkdirSync, openSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { bareEnvironment, type Environment } from "./command";
import { eventually } from "./eventually";
import { inLab } from "./paths";
import { ready } from "./status";

/** ministack keeps accounts apart, evaluates alarms and delivers their messages; moto knows more services. */
export type EmulatorKind = "ministack" | "moto";

/** What to start. */
export interface EmulatorProps {
  readonly kind: EmulatorKind;
  /** Whether every call is checked against the caller's policies; ministack only. @default false */
  readonly auth?: boolean;
  /** Whether calls count as made over TLS, which nothing here speaks; ministack only. @default false */
  readonly tls?: boolean;
}

/** An emulated AWS, reachable from this machine only. */
export interface Emulator {
  readonly kind: EmulatorKind;
  readonly url: string;
  /** Its process. */
  readonly pid: number;
  /** Back to an AWS in which nothing exists. */
  reset(): Promise<void>;
  /** Leaves every call without an answer until `resume`, so that a test can stop the world at a chosen moment. */
  pause(): void;
  resume(): void;
  stop(): Promise<void>;
}

interface Recipe {
  readonly health: string;
  readonly reset: string;
  command(port: number): readonly string[];
  env(port: number, props: EmulatorProps): Environment;
}

const recipes: Readonly<Record<EmulatorKind, Recipe>> = {
  ministack: {
    health: "/_ministack/health",
    reset: "/_ministack/reset",
    command: (port) => ["hypercorn", "ministack_in_full:app", "--workers", "0", "--bind", `127.0.0.1:${port}`],
    env: (port, { auth = false, tls = false }) => ({
      GATEWAY_PORT: `${port}`,
      MINISTACK_HOST: "127.0.0.1",
      AUTH: `${auth}`,
      LAB_TLS: `${tls}`,
      IOT_MTLS_ENABLED: "0",
    }),
  },
  moto: {
    health: "/moto-api/",
    reset: "/moto-api/reset",
    command: (port) => ["moto_in_full", "-H", "127.0.0.1", "-p", `${port}`],
    env: () => ({}),
  },
};

/** Starts an emulated AWS on a free port and waits until it answers. */
export async function startEmulator(props: EmulatorProps): Promise<Emulator> {
  const { kind } = props;
  const recipe = recipes[kind];
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const log = inLab("logs", `${kind}-${port}.log`);
  const child = serve(recipe.command(port), recipe.env(port, props), log);

  await eventually(`${kind} to answer on ${url}`, async () => {
    if (child.exitCode !== null) throw new Error(`${kind} did not start\n${readFileSync(log, "utf8")}`);
    const health = await fetch(`${url}${recipe.health}`).catch(() => undefined);
    return health?.ok || undefined;
  });
  return {
    kind,
    url,
    pid: child.pid ?? 0,
    reset: async () => {
      const { ok, status } = await fetch(`${url}${recipe.reset}`, { method: "POST" });
      if (!ok) throw new Error(`${kind} refused to reset: ${status}`);
    },
    pause: () => child.kill("SIGSTOP"),
    resume: () => child.kill("SIGCONT"),
    stop: () => stop(child),
  };
}

function serve(command: readonly string[], env: Environment, log: string): ChildProcess {
  mkdirSync(inLab("logs"), { recursive: true });
  const output = openSync(log, "w");
  const child = spawn(ready().python, [join(__dirname, "serve.py"), ...command], {
    cwd: inLab(),
    env: { ...bareEnvironment(), PYTHONDONTWRITEBYTECODE: "1", ...env },
    stdio: ["pipe", output, output],
  });
  closeSync(output);
  child.unref();
  return child;
}

function stop(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    // Where nothing else is left to do, this process waits for it all the same.
    child.ref();
    child.once("exit", () => resolve());
    child.kill("SIGKILL");
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === "object" ? resolve(address.port) : reject(new Error("no port")),
      );
    });
  });
}
