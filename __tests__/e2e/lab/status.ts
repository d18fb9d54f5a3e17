import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import type { Environment } from "./command";
import { inLab, labRoot } from "./paths";

/** A program that applies stacks. */
export interface Engine {
  readonly binary: string;
  /** Why it cannot be used. */
  readonly missing?: string;
}

/** A machine that has all the lab needs. */
export interface Ready {
  readonly ready: true;
  /** The one that all tests run, and others that some run too. */
  readonly engines: readonly Engine[];
  /** The Python that has the emulators. */
  readonly python: string;
  /** The Python that has Checkov. */
  readonly checkov: string;
  /** What makes Terraform find its providers without the network, for the environment of every run. */
  readonly providers: Environment;
  /** The same for the provider of HCP Terraform, or why it cannot be had. */
  readonly tfe: Environment | string;
}

/** A machine that lacks something. */
export interface NotReady {
  readonly ready: false;
  readonly missing: string;
}

/** What this machine has. */
export type Status = Ready | NotReady;

const file = inLab("status.json");

/** Writes down what was found, for the tests that run in other processes. */
export function writeStatus(status: Status): void {
  mkdirSync(labRoot, { recursive: true });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(status, null, 2)}\n`);
  renameSync(draft, file);
}

/** What the last setup found. */
export function readStatus(): Status {
  return JSON.parse(readFileSync(file, "utf8")) as Status;
}

/** What a machine with all that the lab needs has; fails with what is missing on any other. */
export function ready(): Ready {
  const status = readStatus();
  if (!status.ready) throw new Error(status.missing);
  return status;
}

/** What makes Terraform find the provider of HCP Terraform; fails with the reason where it cannot be had. */
export function tfeMirror(): Environment {
  const { tfe } = ready();
  if (typeof tfe === "string") throw new Error(tfe);
  return tfe;
}
