#!/usr/bin/env node
// A gh that answers from the folder GH_ANSWERS: a call by the file of its name, through the filter of --jq, as gh does. What it
// was asked is taken down in `journal`.
const { execFileSync } = require("node:child_process");
const { appendFileSync, existsSync, readFileSync } = require("node:fs");
const path = require("node:path");

const args = process.argv.slice(2);
const filter = args.indexOf("--jq");
const asked = args.slice(0, filter < 0 ? undefined : filter).join(" ");
appendFileSync(path.join(process.env.GH_ANSWERS, "journal"), `${asked}\n`);

const file = path.join(process.env.GH_ANSWERS, encodeURIComponent(asked));
if (!existsSync(file)) {
  console.error(`gh: Not Found (HTTP 404): ${asked}`);
  process.exit(1);
}
const answer = readFileSync(file);
process.stdout.write(filter < 0 ? answer : execFileSync("jq", ["--raw-output", args[filter + 1]], { input: answer }));
