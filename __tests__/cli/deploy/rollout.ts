import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Outcome } from "../../../modules/cli/deploy";
import type { Raw } from "../../support/fleet";
import { inFolderAsync } from "../../support/folder";
import { keywatchAsync, type Ran } from "../../support/keywatch";

/** How one run of the double ends, and what it says before. */
export interface Run {
  readonly code?: number;
  readonly messages?: readonly object[];
  readonly untilInterrupted?: boolean;
  /** Milliseconds that it takes. */
  readonly takes?: number;
}

/** The runs of a stack by command; the last counts for all that follow. */
export type Script = Readonly<Record<string, Readonly<Partial<Record<"init" | "plan" | "apply", readonly Run[]>>>>>;

/** A fleet in a folder of its own, which a double of Terraform deploys. */
export interface Ground {
  readonly folder: string;
  /** What makes Keywatch use the double. */
  readonly env: NodeJS.ProcessEnv;
  /** The folder of a stack. */
  readonly stack: (id: string) => string;
  readonly plays: (script: Script) => void;
  /** Writes another config. */
  readonly writes: (config: Raw) => void;
  /** Runs `keywatch deploy` with these options. */
  readonly deploy: (args: readonly string[], interrupted?: () => AbortSignal) => Promise<Ran>;
  /** The same for machines: what came of each stack. */
  readonly outcomes: (args: readonly string[], interrupted?: () => AbortSignal) => Promise<readonly Outcome[]>;
  /** Its command line for Node. */
  readonly command: (args: readonly string[]) => readonly string[];
  /** The same as a process of its own, and the leader of its group as under a shell. */
  readonly start: (args: readonly string[]) => ChildProcess;
  /** What the double did, a line each. */
  readonly journal: () => readonly string[];
}

const KEYWATCH = path.resolve(__dirname, "../../../bin/keywatch.js");

/** Calls a function with a fleet that a double of Terraform deploys. */
export const onGround = <T>(config: Raw, use: (ground: Ground) => Promise<T>): Promise<T> =>
  inFolderAsync(async (folder) => {
    const file = path.join(folder, "fleet.json");
    const output = path.join(folder, "cdktf.out");
    const journal = path.join(folder, "journal");
    const plays = (script: Script) => writeFileSync(path.join(folder, "script.json"), JSON.stringify(script));
    const writes = (other: Raw) => writeFileSync(file, JSON.stringify(other));
    writes(config);
    plays({});
    const env = {
      PATH: process.env.PATH,
      TERRAFORM_BINARY_NAME: path.join(__dirname, "terraform-double.js"),
      CDKTF_DISABLE_PLUGIN_CACHE_ENV: "1",
      DOUBLE: folder,
    };
    const words = (args: readonly string[]) => ["deploy", "-c", file, "-o", output, "--parallelism", "2", ...args];
    const command = (args: readonly string[]) => [KEYWATCH, ...words(args)];
    const deploy: Ground["deploy"] = (args, interrupted) => keywatchAsync(words(args), env, interrupted);
    return use({
      folder,
      env,
      stack: (id) => path.join(output, "stacks", id),
      plays,
      writes,
      deploy,
      outcomes: async (args, interrupted) => JSON.parse((await deploy([...args, "--json"], interrupted)).out).stacks,
      command,
      start: (args) => spawn(process.execPath, command(args), { env, detached: true, stdio: "ignore" }),
      journal: () => (existsSync(journal) ? readFileSync(journal, "utf8").split("\n").filter(Boolean) : []),
    });
  });

/** What Terraform says of a plan that adds resources. */
export const plans = (add: number): readonly object[] => [
  ...Array.from({ length: add }, () => ({ type: "planned_change", change: { action: "create" } })),
  summary("plan", add),
];

/** What it says of an apply that adds resources. */
export const applies = (add: number): readonly object[] => [...plans(add), summary("apply", add)];

/** What it says of an apply that fails after it has made some of the resources. */
export const breaks = (planned: number, made: number, detail: string): Run => ({
  code: 1,
  messages: [
    ...plans(planned),
    ...Array.from({ length: made }, () => ({ type: "apply_complete", hook: { action: "create" } })),
    {
      type: "diagnostic",
      diagnostic: { severity: "error", summary: "It broke", detail, address: "aws_sns_topic.alerts" },
    },
  ],
});

const summary = (operation: string, add: number) => ({
  type: "change_summary",
  changes: { add, change: 0, remove: 0, import: 0, operation },
});
