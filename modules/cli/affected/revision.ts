import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

/** What git can be asked about a config file. */
export interface Repository {
  /** Its folder, with symbolic links resolved. */
  readonly root: string;
}

/** A question to git that it could not answer, in git's own words. */
export class GitError extends Error {
  override readonly name = "GitError";
}

/** Asks git; fails with what it said. */
async function git(cwd: string, args: readonly string[], env: NodeJS.ProcessEnv = process.env): Promise<string> {
  try {
    const { stdout } = await run("git", args, { cwd, env, maxBuffer: 64 << 20 });
    return stdout.trim();
  } catch (error) {
    const { stderr, message } = error as { readonly stderr?: string; readonly message: string };
    throw new GitError((stderr?.trim() || message).split("\n")[0]);
  }
}

/** The repository that a folder is in. */
export const repositoryOf = async (folder: string): Promise<Repository> => ({
  root: await git(folder, ["rev-parse", "--show-toplevel"]),
});

/** The commit that a name means. */
export const commitOf = ({ root }: Repository, name: string): Promise<string> =>
  git(root, ["rev-parse", "--verify", "--quiet", "--end-of-options", `${name}^{commit}`]).catch(() => {
    throw new GitError(`git knows no revision ${name}.`);
  });

/** Writes all files of a commit into a new folder. The repository, its index and its working tree stay as they are. */
export async function checkOut({ root }: Repository, commit: string, folder: string): Promise<void> {
  const env = { ...process.env, GIT_INDEX_FILE: `${folder}.index` };
  await git(root, ["read-tree", commit], env);
  await git(root, ["checkout-index", "--all", `--prefix=${folder}/`], env);
}
