#!/usr/bin/env node
// A terraform that does as it is told: `DOUBLE` names a folder with `script.json`, which says for a stack and a command how
// each run ends, and takes down in `journal` what was run.
const { appendFileSync, existsSync, readFileSync, writeFileSync } = require("node:fs");
const path = require("node:path");

const [chdir, command, ...args] = process.argv.slice(2);
if (chdir === "version") process.exit(0);

const folder = chdir.replace("-chdir=", "");
const stack = path.basename(folder);
const journal = path.join(process.env.DOUBLE, "journal");
const note = (what) =>
  appendFileSync(journal, `${what} ${stack} ${command}${what === "begin" ? ` ${args.join(" ")}` : ""}\n`);
const say = (message) => process.stdout.write(`${JSON.stringify(message)}\n`);

const script = JSON.parse(readFileSync(path.join(process.env.DOUBLE, "script.json"), "utf8"));
const earlier = existsSync(journal) ? readFileSync(journal, "utf8").split("\n") : [];
const number = earlier.filter((line) => line.startsWith(`begin ${stack} ${command} `)).length;
const runs = script[stack]?.[command] ?? [];
const { code = 0, messages = [], untilInterrupted = false, takes = 30 } = runs[Math.min(number, runs.length - 1)] ?? {};

const end = (with_) => {
  note("end");
  process.exitCode = with_;
};
// Whoever reads that it has begun may interrupt it at once.
if (untilInterrupted) {
  const alive = setInterval(() => {}, 1000);
  process.on("SIGINT", () => {
    clearInterval(alive);
    note("interrupted");
    end(1);
  });
}

note("begin");
for (const message of messages) say(message);
const out = args.find((arg) => arg.startsWith("-out="));
if (out) writeFileSync(path.join(folder, out.replace("-out=", "")), "plan");
if (command === "init" && code === 0) {
  const lockFile = path.join(folder, ".terraform.lock.hcl");
  if (!existsSync(lockFile)) writeFileSync(lockFile, `chosen for ${stack}`);
}
if (!untilInterrupted) setTimeout(() => end(code), takes);
