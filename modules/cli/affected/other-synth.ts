import { spawn } from "node:child_process";
import path from "node:path";
import { text } from "node:stream/consumers";

/** A synth by other code than this, in a process of its own. */
export interface OtherSynth {
  /** Folder of the code. */
  readonly code: string;
  readonly config: string;
  readonly outdir: string;
  readonly signal: AbortSignal;
}

/**
 * Does something beside another synth, and returns what went wrong with that. The process has ended in any case: what is
 * done beside it ends it where it throws.
 */
export async function synthBeside(other: OtherSynth, own: () => void): Promise<string | undefined> {
  const stop = new AbortController();
  const failure = synthesize({ ...other, signal: AbortSignal.any([other.signal, stop.signal]) });
  try {
    own();
  } catch (error) {
    stop.abort();
    await failure;
    throw error;
  }
  return failure;
}

async function synthesize({ code, config, outdir, signal }: OtherSynth): Promise<string | undefined> {
  const args = [path.join(code, "bin/keywatch.js"), "synth", "--config", config, "--output", outdir];
  const child = spawn(process.execPath, args, { signal, stdio: ["ignore", "ignore", "pipe"] });
  // An abort is an error at once, while the process may still write: what counts is that it has ended.
  const ended = new Promise<number | null>((resolve) => child.on("error", () => {}).once("close", resolve));
  const [errors, status] = await Promise.all([text(child.stderr), ended]);
  return status === 0 ? undefined : errors.trim().split("\n")[0] || "it failed";
}
