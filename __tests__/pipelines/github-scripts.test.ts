import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { inFolderAsync } from "../support/folder";
import { describeNeeding } from "../support/needing";
import type { Ended } from "../support/process";
import { missingOf } from "../support/programs";
import { newRepository, type Repository, script } from "./script";

const RUNS = "run list --repo acme/fleet --workflow keywatch-apply.yml --branch main --status success --limit 1";
const artifactsOf = (tree: string) => `api repos/acme/fleet/actions/artifacts?name=keywatch-plans-${tree}`;
const archiveOf = (id: number) => `api repos/acme/fleet/actions/artifacts/${id}/zip`;

/** An artifact as GitHub lists it: of a run of the repository's own, unless something else is said. */
const artifact = (id: number, day: string, changes: object = {}) => ({
  id,
  expired: false,
  created_at: `${day}T09:00:00Z`,
  workflow_run: { repository_id: 1, head_repository_id: 1 },
  ...changes,
});

interface GitHub {
  readonly repository: Repository;
  readonly plans: string;
  readonly asked: () => readonly string[];
  /** What gh answers to a call. */
  answer(call: string, content: object | Buffer): void;
  /** Keeps plans of a tree as an artifact with this id. */
  keep(tree: string, id: number, plans: Readonly<Record<string, string>>): void;
  run(name: string, ...args: readonly string[]): Promise<Ended>;
}

/** A repository on GitHub, with gh on PATH. */
const onGitHub = <T>(use: (github: GitHub) => Promise<T>): Promise<T> =>
  inFolderAsync((folder) => {
    const [bin, answers, clone, plans] = ["bin", "answers", "clone", "plans"].map((name) =>
      path.join(folder, name),
    ) as [string, string, string, string];
    for (const made of [bin, answers, clone]) mkdirSync(made);
    symlinkSync(path.resolve(__dirname, "gh-double.js"), path.join(bin, "gh"));
    const env = {
      PATH: `${bin}:${process.env.PATH}`,
      GH_ANSWERS: answers,
      GITHUB_REPOSITORY: "acme/fleet",
      KEYWATCH_PLANS: plans,
    };
    const answer: GitHub["answer"] = (call, content) =>
      writeFileSync(
        path.join(answers, encodeURIComponent(call)),
        Buffer.isBuffer(content) ? content : JSON.stringify(content),
      );
    return use({
      repository: newRepository(clone),
      plans,
      asked: () => readFileSync(path.join(answers, "journal"), "utf8").trim().split("\n"),
      answer,
      keep: (tree, id, kept) => {
        answer(artifactsOf(tree), { artifacts: [artifact(id, "2026-11-24")] });
        answer(archiveOf(id), zipped(path.join(folder, `${id}`), kept));
      },
      run: (name, ...args) => script(name, args, { cwd: clone, env }),
    });
  });

function zipped(folder: string, files: Readonly<Record<string, string>>): Buffer {
  mkdirSync(folder);
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, `${name}.txt`), text);
  return execFileSync("zip", ["-q", "-r", "-", "."], { cwd: folder });
}

describeNeeding("the scripts of GitHub", missingOf("git", "jq", "unzip", "zip"), () => {
  test.each([
    ["the commit of the last run that succeeded", [{ headSha: "abc123" }], "abc123\n"],
    ["nothing while nothing was applied", [], ""],
  ])("applied.sh prints %s", async (_, runs, out) => {
    await onGitHub(async ({ answer, asked, run }) => {
      answer(`${RUNS} --json headSha`, runs);
      expect(await run("applied.sh")).toEqual({ code: 0, out, err: "" });
      expect(asked()).toEqual([`${RUNS} --json headSha`]);
    });
  });

  test("applied.sh fails where GitHub does, so that nothing is taken for a first run", async () => {
    await onGitHub(async ({ run }) => expect((await run("applied.sh")).code).not.toBe(0));
  });

  test("reviewed.sh gathers the plans since the base, the later one of a stack, and notes where each came from", async () => {
    await onGitHub(async ({ repository, plans, keep, answer, run }) => {
      const base = repository.commit({ config: "0" });
      const first = repository.commit({ config: "1" });
      keep(repository.tree(first), 11, { a: "old", b: "of the first" });
      repository.git("checkout", "-qb", "branch");
      repository.commit({ other: "of a branch, planned under its merge alone" });
      repository.git("checkout", "-q", "main");
      repository.git("merge", "-q", "--no-ff", "-m", "a merge", "branch");
      const second = repository.git("rev-parse", "HEAD");
      answer(artifactsOf(repository.tree(second)), { artifacts: [] });
      const last = repository.commit({ config: "2" });
      keep(repository.tree(last), 13, { a: "new" });

      const { code, out } = await run("reviewed.sh", base);
      expect([code, out]).toEqual([0, ""]);
      expect(["a", "b"].map((stack) => readFileSync(path.join(plans, `${stack}.txt`), "utf8"))).toEqual([
        "new",
        "of the first",
      ]);
      expect(readFileSync(path.join(plans, "commits.log"), "utf8")).toBe(
        [`${first} ${repository.tree(first)} 11`, `${second} ${repository.tree(second)} no plans`]
          .concat(`${last} ${repository.tree(last)} 13\n`)
          .join("\n"),
      );
    });
  });

  test("reviewed.sh takes the newest plans of a tree that have not expired, and none of a fork", async () => {
    await onGitHub(async ({ repository, plans, keep, answer, run }) => {
      repository.commit({ config: "0" });
      const tree = repository.tree(repository.commit({ config: "1" }));
      keep(tree, 22, { a: "newest" });
      answer(artifactsOf(tree), {
        artifacts: [
          artifact(21, "2026-11-23"),
          artifact(22, "2026-11-24"),
          artifact(23, "2026-11-25", { expired: true }),
          artifact(24, "2026-11-26", { workflow_run: { repository_id: 1, head_repository_id: 2 } }),
        ],
      });
      expect((await run("reviewed.sh", "HEAD^")).code).toBe(0);
      expect(readFileSync(path.join(plans, "a.txt"), "utf8")).toBe("newest");
    });
  });

  test("reviewed.sh looks at the last commit alone where nothing was applied yet", async () => {
    await onGitHub(async ({ repository, plans, keep, asked, run }) => {
      repository.commit({ config: "0" });
      repository.commit({ config: "1" });
      const tree = repository.tree(repository.commit({ config: "2" }));
      keep(tree, 31, { a: "reviewed" });
      expect((await run("reviewed.sh", "")).code).toBe(0);
      expect(asked()).toEqual([artifactsOf(tree), archiveOf(31)]);
      expect(existsSync(path.join(plans, "a.txt"))).toBe(true);
    });
  });

  test("reviewed.sh fails where the history since the base is not there, so that no plan is missed", async () => {
    await onGitHub(async ({ repository, keep, run }) => {
      keep(repository.tree(repository.commit({ config: "0" })), 41, { a: "reviewed" });
      const { code, err } = await run("reviewed.sh", "0123456789012345678901234567890123456789");
      expect(code).not.toBe(0);
      expect(err).toContain("0123456789012345678901234567890123456789");
    });
  });

  test.each(["", "HEAD"])("reviewed.sh takes the plans of a first commit, with the base %j", async (base) => {
    await onGitHub(async ({ repository, keep, asked, run }) => {
      const tree = repository.tree(repository.commit({ config: "0" }));
      keep(tree, 51, { a: "reviewed" });
      expect((await run("reviewed.sh", base)).code).toBe(0);
      expect(asked()).toEqual([artifactsOf(tree), archiveOf(51)]);
    });
  });

  test("reviewed.sh fails where GitHub does, so that no plan is missed", async () => {
    await onGitHub(async ({ repository, run }) => {
      repository.commit({ config: "0" });
      repository.commit({ config: "1" });
      expect((await run("reviewed.sh", "HEAD^")).code).not.toBe(0);
    });
  });
});
