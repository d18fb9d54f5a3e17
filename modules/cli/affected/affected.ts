import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { text } from "node:stream/consumers";
import type { Target } from "../../fleet";
import { STACK_FILE, STACKS } from "../../names";
import { synth } from "../../stacks";
import { type Difference, difference, type StackTexts } from "./compare";
import { checkOut, commitOf, repositoryOf } from "./revision";

/** This project's own folder. */
const HOME = path.resolve(__dirname, "../../..");

/** What decides what a synth writes, beside the config. */
const DEPENDENCIES = "package-lock.json";

/** What a fleet is compared with. */
interface Base {
  /** A name of git: a branch, a tag, a commit. */
  readonly revision: string;
  /** The config file. */
  readonly file: string;
  readonly signal: AbortSignal;
}

/** Which stacks are affected, and why all are where they could not be compared. */
export interface Affected extends Difference {
  readonly commit: string;
  readonly incomparable?: string;
}

/**
 * The stacks that a revision would synthesize otherwise. Both are synthesized, each by its own code: where that cannot be
 * done, every stack is affected, so that none is left out that would change.
 *
 * What comes from the environment when Terraform runs, `{ fromEnv }`, is in no stack and cannot be seen here.
 *
 * @throws GitError where there is no such revision
 */
export async function affected(targets: readonly Target[], { revision, file, signal }: Base): Promise<Affected> {
  const repository = await repositoryOf(path.dirname(path.resolve(file)));
  const commit = await commitOf(repository, revision);
  const work = realpathSync(mkdtempSync(path.join(tmpdir(), "keywatch-affected-")));
  try {
    const [tree, before, now] = ["tree", "before", "now"].map((name) => path.join(work, name)) as [
      string,
      string,
      string,
    ];
    await checkOut(repository, commit, tree);
    const config = path.join(tree, path.relative(repository.root, realpathSync(file)));
    const home = path.join(tree, path.relative(repository.root, realpathSync(HOME)));
    const earlier = codeOf(home);
    if ("incomparable" in earlier) return { ...everyStack(targets), commit, ...earlier };
    const base = synthesize(earlier.code, config, before, signal);
    synth(targets, now);
    const failure = await base;
    if (failure !== undefined) {
      return { ...everyStack(targets), commit, incomparable: `${revision} cannot be synthesized: ${failure}` };
    }
    return { ...difference(stacksIn(before), stacksIn(now)), commit };
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

const everyStack = (targets: readonly Target[]): Difference => ({
  changed: targets.map(({ stackId }) => stackId),
  added: [],
  left: [],
});

/**
 * The code that a revision is synthesized by: its own where it holds this project with the same dependencies, and this
 * one where it holds a config alone.
 */
function codeOf(home: string): { readonly code: string } | { readonly incomparable: string } {
  if (!existsSync(path.join(home, "bin/keywatch.js"))) return { code: HOME };
  if (readFileSync(path.join(home, DEPENDENCIES), "utf8") !== readFileSync(path.join(HOME, DEPENDENCIES), "utf8")) {
    return { incomparable: `${DEPENDENCIES} differs, so that any stack may.` };
  }
  symlinkSync(path.join(HOME, "node_modules"), path.join(home, "node_modules"));
  return { code: home };
}

/** Synthesizes by other code than this, and returns what went wrong. */
async function synthesize(
  code: string,
  config: string,
  outdir: string,
  signal: AbortSignal,
): Promise<string | undefined> {
  const args = [path.join(code, "bin/keywatch.js"), "synth", "--config", config, "--output", outdir];
  const child: ChildProcess = spawn(process.execPath, args, { signal, stdio: ["ignore", "ignore", "pipe"] });
  const ended = new Promise<number | null>((resolve, reject) => child.once("error", reject).once("close", resolve));
  const errors = child.stderr ? await text(child.stderr) : "";
  return (await ended) === 0 ? undefined : errors.trim().split("\n")[0] || "it failed";
}

const stacksIn = (outdir: string): StackTexts =>
  new Map(
    readdirSync(path.join(outdir, STACKS)).map((id) => [
      id,
      readFileSync(path.join(outdir, STACKS, id, STACK_FILE), "utf8"),
    ]),
  );
