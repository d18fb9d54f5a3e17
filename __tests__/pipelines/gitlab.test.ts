import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { trustedIn, trustPolicy } from "../../modules/access/trust";
import { childPipeline } from "./child-pipeline";

const jobs = parse(readFileSync("pipelines/gitlab/jobs.yml", "utf8"));
const main = parse(readFileSync("pipelines/gitlab/.gitlab-ci.yml", "utf8"));

const include = [{ local: "pipelines/gitlab/jobs.yml" }];

test("a child pipeline plans every shard in a job of its own", () => {
  expect(childPipeline("plan", ["a c", "b"])).toEqual({
    include,
    stages: ["plan 1"],
    "plan 1: 1": { extends: ".plan", stage: "plan 1", variables: { STACKS: "a c" } },
    "plan 1: 2": { extends: ".plan", stage: "plan 1", variables: { STACKS: "b" } },
  });
});

test("a child pipeline applies wave after wave, each audited before the next; a wave without stacks is left out", () => {
  expect(childPipeline("apply", ["a"], [], ["b", "c"])).toEqual({
    include,
    stages: ["apply 1", "audit 1", "apply 3", "audit 3"],
    "apply 1: 1": { extends: ".apply", stage: "apply 1", variables: { STACKS: "a" } },
    "audit 1": { extends: ".audit", stage: "audit 1", variables: { STACKS: "a" } },
    "apply 3: 1": { extends: ".apply", stage: "apply 3", variables: { STACKS: "b" } },
    "apply 3: 2": { extends: ".apply", stage: "apply 3", variables: { STACKS: "c" } },
    "audit 3": { extends: ".audit", stage: "audit 3", variables: { STACKS: "b c" } },
  });
});

test.each(["plan", "apply"])("a child pipeline that has nothing to %s has a job all the same", (kind) => {
  const { stages, nothing } = childPipeline(kind, []);
  expect(stages).toEqual([nothing.stage]);
  expect(nothing.script).toEqual(["echo 'No stack is affected.'"]);
});

test("what jobs extend and wait for is there", () => {
  const all = { ...main, ...jobs };
  const extended = Object.values<{ extends?: string }>(all).flatMap((job) => job.extends ?? []);
  expect(extended).toEqual(expect.arrayContaining([".keywatch", ".aws"]));
  for (const name of [...extended, ".plan", ".apply", ".audit"]) expect(all).toHaveProperty([name]);
  for (const name of ["plan", "apply"]) {
    const [{ artifact, job }] = main[name].trigger.include;
    expect(main[job].artifacts.paths).toEqual([artifact]);
    expect(main[job].rules).toEqual(main[name].rules);
  }
});

test("plans and applies take different roles, and no merge request that of applies", () => {
  expect(jobs[".plan"].variables.AWS_ROLE_ARN).not.toBe(jobs[".apply"].variables.AWS_ROLE_ARN);
  expect(main.apply.rules).toEqual([{ if: '$CI_PIPELINE_SOURCE == "push"' }]);
});

test("jobs ask for tokens of the audience that the roles' trust wants", () => {
  const at = { partition: "aws", region: "eu-west-1", account: "999999999999" } as const;
  const trusted = trustedIn("gitlab:acme/keywatch");
  if (!trusted) throw new Error("nobody is trusted");
  const { Statement } = trustPolicy([trusted], { use: "apply", externalIds: [] }, at);
  const { aud } = jobs[".aws"].id_tokens.AWS_TOKEN;
  expect(Statement[0]?.Condition?.StringEquals).toEqual({
    "gitlab.com:aud": aud.replace("$CI_SERVER_URL", "https://gitlab.com"),
  });
});
