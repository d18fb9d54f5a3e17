import { type ExecFileException, execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

/** What git can be asked about a config file. */
export interface Repository {
  /** Its folder, with symbolic links resolved. */
  readonly root: string;
}

/** A question that git could not answer. */
export class GitError extends Error {
  override readonly name = "GitError";
  constructor(
    message: string,
    readonly remedy: string,
  ) {
    super(message);
  }
}

/** Asks git, which answers in English; fails with what it said. */
async function git(cwd: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<string> {
  try {
    const { stdout } = await run("git", args, {
      cwd,
      env: { ...process.env, LC_ALL: "C", ...env },
      maxBuffer: 64 << 20,
    });
    return stdout.trim();
  } catch (error) {
    const { code, stderr, message } = error as ExecFileException;
    if (code === "ENOENT") throw new GitError("git cannot be started.", "Install git.");
    const said = stderr?.trim() || message;
    if (said.includes("not a git repository")) {
      throw new GitError(`${cwd} is in no git repository.`, "Name a config that git keeps, with --config.");
    }
    throw new GitError(said.split("\n")[0] ?? "", `Run git -C ${cwd} status, which says more of it.`);
  }
}

/** The repository that a folder is in. */
export const repositoryOf = async (folder: string): Promise<Repository> => ({
  root: await git(folder, ["rev-parse", "--show-toplevel"]),
});

/** The commit that a name means. */
export const commitOf = ({ root }: Repository, name: string): Promise<string> =>
  git(root, ["rev-parse", "--verify", "--quiet", "--end-of-options", `${name}^{commit}`]).catch(() => {
    throw new GitError(
      `git knows no revision ${name}.`,
      "Name a branch, a tag or a commit of the config's repository.",
    );
  });

/** Writes all files of a commit into a new folder. The repository, its index and its working tree stay as they are. */
export async function checkOut({ root }: Repository, commit: string, folder: string): Promise<void> {
  const env = { GIT_INDEX_FILE: `${folder}.index` };
  await git(root, ["read-tree", commit], env);
  await git(root, ["checkout-index", "--all", `--prefix=${folder}/`], env);
}
