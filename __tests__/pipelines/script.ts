import { execFile, execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Ended } from "../support/process";

/** Runs a script of the pipelines in a folder, with these variables beside PATH. */
export const script = (
  name: string,
  args: readonly string[],
  { cwd, env }: { readonly cwd: string; readonly env: NodeJS.ProcessEnv },
): Promise<Ended> =>
  new Promise((resolve, reject) => {
    const options = { cwd, env: { PATH: process.env.PATH, HOME: process.env.HOME, ...env } };
    execFile(path.resolve("pipelines/scripts", name), args, options, (error, out, err) => {
      if (error && typeof error.code !== "number") reject(error);
      else resolve({ code: Number(error?.code ?? 0), out, err });
    });
  });

/** A git repository of tests. */
export interface Repository {
  readonly folder: string;
  git(...args: readonly string[]): string;
  /** Commits these contents of files and returns the commit. */
  commit(files: Readonly<Record<string, string>>): string;
  /** The id of what a commit holds. */
  tree(commit: string): string;
}

/** Makes a repository in an empty folder. */
export function newRepository(folder: string): Repository {
  const identity = ["-c", "user.name=a", "-c", "user.email=a@b.example"];
  const git = (...args: readonly string[]) =>
    execFileSync("git", [...identity, ...args], { cwd: folder, encoding: "utf8" }).trim();
  git("init", "-q", "-b", "main");
  return {
    folder,
    git,
    commit: (files) => {
      for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
      git("add", "-A");
      git("commit", "-qm", "a change");
      return git("rev-parse", "HEAD");
    },
    tree: (commit) => git("rev-parse", `${commit}^{tree}`),
  };
}

/** Makes `npx keywatch` of a folder run this project. */
export function installKeywatch(folder: string): void {
  const bin = path.join(folder, "node_modules/.bin");
  mkdirSync(bin, { recursive: true });
  symlinkSync(path.resolve("bin/keywatch.js"), path.join(bin, "keywatch"));
}
