#!/usr/bin/env node
// gitlab-pipeline.js plan|apply < lines
//
// Prints a child pipeline. Every line read is a matrix of shards: for `plan` one line, for `apply` a line for each wave, in their order.
// A wave is applied, then audited; what fails stops the next stage. JSON is YAML, so GitLab takes it as it is. It refuses a
// pipeline without jobs, so that one job says where nothing is to be done.
const { readFileSync } = require("node:fs");

const NOTHING = { nothing: { stage: "nothing", script: ["echo 'No stack is affected.'"] } };

const [kind] = process.argv.slice(2);
const waves = readFileSync(0, "utf8")
  .split("\n")
  .filter(Boolean)
  .map((line) => JSON.parse(line).include);

const job = (name, stage, stacks) => ({ extends: `.${name}`, stage, variables: { STACKS: stacks } });

const jobsOf = (shards, index) => {
  const stage = (name) => `${name} ${index + 1}`;
  const jobs = shards.map(({ shard, stacks }) => [`${stage(kind)}: ${shard}`, job(kind, stage(kind), stacks)]);
  const all = shards.map(({ stacks }) => stacks).join(" ");
  return kind === "apply" && all !== "" ? [...jobs, [stage("audit"), job("audit", stage("audit"), all)]] : jobs;
};

const found = Object.fromEntries(waves.flatMap(jobsOf));
const jobs = Object.keys(found).length > 0 ? found : NOTHING;
const stages = [...new Set(Object.values(jobs).map(({ stage }) => stage))];
console.log(JSON.stringify({ include: [{ local: "pipelines/gitlab/jobs.yml" }], stages, ...jobs }, null, 2));
