import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import Ajv, { type ValidateFunction } from "ajv";
import { parse } from "yaml";
import { childPipeline } from "./child-pipeline";

/** GitLab's schema of pipelines, which its editor uses; the package carries it as a module that Jest cannot load. */
function readSchema(): object {
  const file = path.join(path.dirname(require.resolve("gitlab-ci-local")), "schema/schema.js");
  const program = `import { schema } from "${pathToFileURL(file)}"; process.stdout.write(JSON.stringify(schema));`;
  return JSON.parse(execFileSync(process.execPath, ["--input-type=module", "--eval", program], { encoding: "utf8" }));
}

let holds: ValidateFunction;
beforeAll(() => {
  holds = new Ajv({ strict: false, validateFormats: false }).compile(readSchema());
});

/** What the schema objects to. */
const objections = (pipeline: object): readonly string[] => {
  holds(pipeline);
  return (holds.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
};

const main = parse(readFileSync("pipelines/gitlab/.gitlab-ci.yml", "utf8"));
const shards = ["a c", "b"];

test.each([
  ["the pipeline", main],
  ["what its jobs are made of", parse(readFileSync("pipelines/gitlab/jobs.yml", "utf8"))],
  ["a child pipeline that plans", childPipeline("plan", shards)],
  ["a child pipeline that applies", childPipeline("apply", shards, [], shards)],
  ["a child pipeline without work", childPipeline("apply", [])],
])("%s is as GitLab's schema has it", (_, pipeline) => {
  expect(objections(pipeline)).toEqual([]);
});

test("a word that GitLab does not know is found", () => {
  const { stage, ...job } = main["plan stacks"];
  expect(objections({ ...main, "plan stacks": { ...job, stages: stage } })).not.toEqual([]);
});
