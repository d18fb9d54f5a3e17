import childProcess, { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { affected as affectedStacks } from "../../../modules/cli/affected";
import { FaultError } from "../../../modules/cli/aws/fault";
import { BrokenPath } from "../../../modules/proof";
import { layeredFleet, lostFleet, type Raw } from "../../support/fleet";
import { inFolderAsync } from "../../support/folder";
import { keywatchAsync } from "../../support/keywatch";
import { targetsOf } from "../../support/targets";

/** A repository whose config was committed with these contents, one after the other; the last one is in the folder alone. */
async function inRepository<T>(
  contents: readonly (Raw | string)[],
  use: (file: string, git: (...args: string[]) => string) => Promise<T>,
): Promise<T> {
  return inFolderAsync(async (folder) => {
    const git = (...args: string[]) =>
      execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@b.example", ...args], {
        cwd: folder,
        encoding: "utf8",
      });
    const file = path.join(folder, "fleet", "keywatch.config.json");
    mkdirSync(path.dirname(file));
    git("init", "-q");
    contents.forEach((content, index) => {
      writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
      if (index === contents.length - 1) return;
      git("add", "-A");
      git("commit", "-qm", `${index}`);
    });
    return use(file, git);
  });
}

/** A folder in place of the system's for temporary files. */
function temporaryBeside(file: string): string {
  const temporary = path.join(path.dirname(file), "temporary");
  mkdirSync(temporary);
  jest.spyOn(os, "tmpdir").mockReturnValue(temporary);
  return temporary;
}

const affected = (file: string, ...options: string[]) => keywatchAsync(["affected", "-c", file, ...options]);

const address = (endpoint: string) => layeredFleet({ "accounts[0].subscriptions": [{ protocol: "email", endpoint }] });

afterEach(() => {
  jest.restoreAllMocks();
});

test("a changed address affects one stack, a matrix tells it to a pipeline, and the repository stays as it is", async () => {
  await inRepository([address("a@acme.example"), address("b@acme.example")], async (file, git) => {
    const temporary = temporaryBeside(file);
    const before = git("status", "--porcelain") + git("worktree", "list");
    expect(await affected(file, "--base", "HEAD")).toEqual({
      code: 0,
      out: "keywatch-111111111111-eu-west-1\n",
      err: "",
    });
    const { out } = await affected(file, "--base", "HEAD", "--matrix");
    expect(JSON.parse(out).include).toMatchObject([
      { stack: "keywatch-111111111111-eu-west-1", account: "111111111111" },
    ]);
    expect(git("status", "--porcelain") + git("worktree", "list")).toBe(before);
    expect(readdirSync(temporary)).toEqual([]);
  });
});

test("they are those of a wave where one is named, in every form", async () => {
  const staged = (endpoint: string) => ({
    ...address(endpoint),
    rollout: { waves: [{ accounts: ["222222222222"] }] },
  });
  await inRepository([staged("a@acme.example"), staged("b@acme.example")], async (file) => {
    expect(JSON.parse((await affected(file, "--base", "HEAD", "--shards", "2", "--wave", "2")).out)).toEqual({
      include: [{ shard: 1, stacks: "keywatch-111111111111-eu-west-1" }],
    });
    expect((await affected(file, "--base", "HEAD", "--wave", "1")).err).toBe("No stack is affected.\n");
    expect(JSON.parse((await affected(file, "--base", "HEAD", "--wave", "1", "--json")).out).changed).toEqual([]);
  });
});

test("nothing affected is told too", async () => {
  await inRepository([layeredFleet(), layeredFleet({ "accounts[0].name": "other" })], async (file) => {
    expect(await affected(file, "--base", "HEAD")).toEqual({ code: 0, out: "", err: "No stack is affected.\n" });
  });
});

test("what has left is told with its remedy", async () => {
  await inRepository([layeredFleet(), layeredFleet({ accounts: layeredFleet().accounts.slice(1) })], async (file) => {
    expect((await affected(file, "--base", "HEAD")).err).toContain(
      "keywatch-111111111111-eu-west-1 has left the config",
    );
  });
});

test.each<[string, Raw | string, string]>([
  ["cannot be read", "{", "HEAD cannot be synthesized"],
  ["does not hold", layeredFleet({ "accounts[0].id": "1" }), "HEAD cannot be synthesized"],
])("where the other config %s, every stack is affected, and why is said", async (_, other, reason) => {
  await inRepository([other, layeredFleet()], async (file) => {
    const { code, out, err } = await affected(file, "--base", "HEAD");
    expect(code).toBe(0);
    expect(out.trim().split("\n")).toHaveLength(3);
    expect(err).toContain(`Every stack is affected: ${reason}`);
  });
});

test("who interrupts it is told so, and nothing is left", async () => {
  await inRepository([layeredFleet(), layeredFleet()], async (file) => {
    const temporary = temporaryBeside(file);
    const aborted = () => AbortSignal.abort("SIGINT");
    await expect(keywatchAsync(["affected", "-c", file, "--base", "HEAD"], {}, aborted)).rejects.toThrow(
      new FaultError({ kind: "interrupted", message: "Interrupted.", remedy: "Run it again." }),
    );
    expect(readdirSync(temporary)).toEqual([]);
  });
});

test("the other synth ends where this one fails, before its folder is removed", async () => {
  await inRepository([layeredFleet(), layeredFleet()], async (file) => {
    const temporary = temporaryBeside(file);
    const started = jest.spyOn(childProcess, "spawn");
    const compared = affectedStacks(targetsOf(lostFleet()), {
      revision: "HEAD",
      file,
      signal: new AbortController().signal,
    });
    await expect(compared).rejects.toThrow(BrokenPath);
    expect(started.mock.results.map(({ value }) => value.signalCode)).toEqual(["SIGTERM"]);
    expect(readdirSync(temporary)).toEqual([]);
  });
});

test("a revision that is not there is wrong use", async () => {
  await inRepository([layeredFleet(), layeredFleet()], async (file) => {
    expect(await affected(file, "--base", "nowhere")).toEqual({
      code: 2,
      out: "",
      err: "git knows no revision nowhere. Name a branch, a tag or a commit of the config's repository as --base.\n",
    });
    expect((await affected(file, "--base", "--help")).code).toBe(2);
  });
});

test("a base must be named", async () => {
  expect(await keywatchAsync(["affected"])).toMatchObject({
    code: "wrong use",
    err: expect.stringContaining("--base"),
  });
});
