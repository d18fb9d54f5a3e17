import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { inFolder } from "../../support/folder";
import { keywatch } from "../../support/keywatch";

const script = (shell: string): string => keywatch(["completion", shell]).out;

/** Runs a program of a shell in a folder with a config, an unusual file and two stacks; what it prints, sorted. */
function ran(shell: string, program: string): string[] {
  return inFolder((cwd) => {
    writeFileSync(path.join(cwd, "keywatch.config.yaml"), "");
    writeFileSync(path.join(cwd, "with space.json"), "");
    for (const stack of ["keywatch-1-eu", "keywatch-2-eu"]) {
      mkdirSync(path.join(cwd, "cdktf.out", "stacks", stack), { recursive: true });
    }
    const env = { PATH: process.env.PATH, HOME: cwd };
    const { status, stdout, stderr } = spawnSync(shell, ["-c", program], { cwd, env, encoding: "utf8" });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    return stdout.split("\n").filter(Boolean).sort();
  });
}

/** What Tab offers behind words, the last of them begun. */
const OFFER: Readonly<Record<string, (words: readonly string[]) => string[]>> = {
  bash: (words) =>
    ran(
      "bash",
      `${script("bash")}
COMP_WORDS=(keywatch ${words.map((word) => `'${word}'`).join(" ")})
COMP_CWORD=${words.length}
_keywatch
printf '%s\\n' "\${COMPREPLY[@]}"`,
    ),
  fish: (words) =>
    ran("fish", `${script("fish")}\ncomplete -C '${["keywatch", ...words].join(" ")}'`).map(
      (line) => line.split("\t")[0] ?? "",
    ),
};

const COMMANDS =
  keywatch(["--help"])
    .out.match(/^ {2}[a-z]+(?= )/gm)
    ?.map((name) => name.trim()) ?? [];

const isHere = (shell: string): boolean => spawnSync(shell, ["-c", "true"]).status === 0;
/** Tests of a shell, skipped with the reason where it is not on the machine; bash is everywhere. */
const describeShell = (shell: string, tests: () => void) =>
  shell === "bash" || isHere(shell)
    ? describe(shell, tests)
    : describe.skip(`${shell} (skipped: it is not installed)`, tests);

test("completion of another shell is wrong use", () => {
  expect(keywatch(["completion", "csh"])).toEqual({
    code: 2,
    out: "",
    err: "error: csh is not known here.\n  to mend it: Name one of: bash, zsh, fish.\n",
  });
});

for (const shell of ["bash", "zsh", "fish"]) {
  describeShell(shell, () => {
    test("takes the script", () => {
      inFolder((folder) => {
        const file = path.join(folder, "completion");
        writeFileSync(file, script(shell));
        expect(spawnSync(shell, ["-n", file], { encoding: "utf8" })).toMatchObject({ status: 0, stderr: "" });
      });
    });
  });
}

for (const [shell, offer] of Object.entries(OFFER)) {
  describeShell(shell, () => {
    test("offers every command", () => {
      expect(offer([""])).toEqual(expect.arrayContaining(COMMANDS.filter((name) => name !== "help")));
    });

    test.each([
      ["a command that is begun", ["disc"], ["discover"]],
      ["an option that is begun", ["init", "--buck"], ["--bucket", "--bucket-region"]],
      ["the choices of an option", ["init", "--state", ""], ["hcp", "local", "s3"]],
      ["one of them that is begun", ["audit", "--format", "sa"], ["sarif"]],
      ["those of a short option", ["audit", "-f", "ju"], ["junit"]],
      ["regions", ["discover", "--regions", "eu-west"], ["eu-west-1", "eu-west-2", "eu-west-3"]],
      ["files", ["validate", "--config", "keyw"], ["keywatch.config.yaml"]],
      ["what stands behind a command", ["completion", ""], ["bash", "fish", "zsh"]],
      ["the stacks of the last synth", ["audit", "--only", "keywatch-"], ["keywatch-1-eu", "keywatch-2-eu"]],
      ["nothing for what only a person knows", ["init", "--email", ""], []],
    ])("offers %s", (_, words, offered) => {
      expect(offer(words)).toEqual(offered);
    });
  });
}

describe("bash", () => {
  const { bash } = OFFER;

  test("offers values behind = too, which it takes for a word", () => {
    expect(bash?.(["init", "--state", "=", "h"])).toEqual(["hcp"]);
    expect(bash?.(["init", "--state", "="])).toEqual(["hcp", "local", "s3"]);
  });

  test("keeps a file with a blank in one piece", () => {
    expect(bash?.(["explain", "with"])).toEqual(["with space.json"]);
  });

  test("offers folders where one is expected", () => {
    expect(bash?.(["synth", "-o", ""])).toEqual(["cdktf.out"]);
  });
});
