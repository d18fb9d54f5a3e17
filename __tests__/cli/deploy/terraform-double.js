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

// Who has nobody to write to any more dies of it, as Terraform does.
const end = (exitCode) =>
  process.stdout.write(`${JSON.stringify({ type: "log" })}\n`, (error) => {
    if (error) process.exit(1);
    note("end");
    process.exitCode = exitCode;
  });

// Whoever reads that it has begun may interrupt it at once; it takes its time to end, so that a second interrupt is seen.
if (untilInterrupted) {
  const patience = setTimeout(() => end(1), 20_000);
  process.on("SIGINT", () => {
    note("interrupted");
    clearTimeout(patience);
    setTimeout(() => end(1), 300);
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
