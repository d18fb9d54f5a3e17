import { existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Target } from "../../fleet";
import { STACK_FILE, STACKS } from "../../names";
import { synth } from "../../stacks";
import { FaultError, faultOf } from "../aws/fault";
import { type Difference, difference, type StackTexts } from "./compare";
import { synthBeside } from "./other-synth";
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
 * @throws {FaultError} where it is interrupted
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
    const failure = await synthBeside({ code: earlier.code, config, outdir: before, signal }, () =>
      synth(targets, now),
    );
    signal.throwIfAborted();
    if (failure !== undefined) {
      return { ...everyStack(targets), commit, incomparable: `${revision} cannot be synthesized: ${failure}` };
    }
    return { ...difference(stacksIn(before), stacksIn(now)), commit };
  } catch (error) {
    throw signal.aborted ? new FaultError(faultOf(error, signal)) : error;
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

const stacksIn = (outdir: string): StackTexts =>
  new Map(
    readdirSync(path.join(outdir, STACKS)).map((id) => [
      id,
      readFileSync(path.join(outdir, STACKS, id, STACK_FILE), "utf8"),
    ]),
  );
