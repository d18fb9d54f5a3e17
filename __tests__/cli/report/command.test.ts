import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { inFolder } from "../../support/folder";
import { keywatch } from "../../support/keywatch";

const AUDIT = "docs/report/audit.json";
const PREVIOUS = "docs/report/previous.json";

test("writes a page to the file that is named", () =>
  inFolder((folder) => {
    const file = path.join(folder, "page.html");
    expect(keywatch(["report", AUDIT, "--previous", PREVIOUS, "--output", file])).toEqual({
      code: 0,
      out: `The report of 6 targets is written to ${file}.\nThe audit is partial: 1 target could not be asked.\n`,
      err: "",
    });
    const page = readFileSync(file, "utf8");
    expect(page).toMatch(/^<!doctype html>/);
    expect(page).toContain("New findings");
  }));

test("says no more of a whole audit than where its report is", () =>
  inFolder((folder) => {
    const [audit, file] = [path.join(folder, "audit.json"), path.join(folder, "page.html")];
    const { targets, ...rest } = JSON.parse(readFileSync(AUDIT, "utf8"));
    const asked = targets.filter(({ fault }: { fault?: object }) => !fault);
    writeFileSync(audit, JSON.stringify({ ...rest, targets: asked, complete: true }));
    expect(keywatch(["report", audit, "--output", file]).out).toBe(`The report of 5 targets is written to ${file}.\n`);
  }));

test("tells machines what was written", () =>
  inFolder((folder) => {
    const file = path.join(folder, "table.csv");
    const { code, out } = keywatch(["report", AUDIT, "--format", "csv", "--json", "-o", file]);
    expect({ code, told: JSON.parse(out) }).toEqual({ code: 0, told: { ok: true, file, targets: 6, complete: false } });
    expect(readFileSync(file, "utf8")).toMatch(/^\uFEFFstack,/);
  }));

test("writes to the output where it is asked to", () => {
  expect(keywatch(["report", AUDIT, "-f", "csv", "-o", "-"]).out).toMatch(/^\uFEFFstack,account,/);
});

test("reads the audit from its input", () => {
  const args = ["bin/keywatch.js", "report", "-", "--format", "csv", "--output", "-"];
  const out = execFileSync(process.execPath, args, { input: readFileSync(AUDIT), encoding: "utf8" });
  expect(out).toBe(keywatch(["report", AUDIT, "-f", "csv", "-o", "-"]).out);
});

test.each([
  ["is not there", undefined, /^FILE is not there\./],
  ["is no JSON", "<html>", /^FILE is no JSON: Unexpected token/],
  ["is another JSON", "{}", /^FILE is no audit of Keywatch: version: Invalid input: expected 1\./],
  ["is an audit of another version", '{"version":2}', /^FILE is no audit of Keywatch: version: /],
])("a file that %s is wrong use, told with its place and remedy", (_, text, message) => {
  inFolder((folder) => {
    const file = path.join(folder, "audit.json");
    if (text !== undefined) writeFileSync(file, text);
    for (const args of [[file], [AUDIT, "--previous", file]]) {
      const { code, out, err } = keywatch(["report", ...args, "-o", "-"]);
      expect({ code, out }).toEqual({ code: 2, out: "" });
      expect(err.replaceAll(file, "FILE")).toMatch(message);
      expect(err).toMatch(/\n {2}to mend it: Write one with: npx keywatch audit --json > audit\.json\n$/);
    }
  });
});

test.each([
  ["--only", "111111111111"],
  ["--wave", "1"],
  ["--role", "arn:aws:iam::{account}:role/audit"],
  ["--concurrency", "16"],
  ["--timeout", "120"],
  ["--config", "keywatch.config.ts"],
])("%s says how to audit, and is wrong use beside a file", (option, value) => {
  inFolder((folder) => {
    const file = path.join(folder, "page.html");
    expect(keywatch(["report", AUDIT, option, value, "--output", file])).toEqual({
      code: 2,
      out: "",
      err: `error: ${option} cannot change an audit that is there already.
  to mend it: Leave out ${option}, or leave out ${AUDIT} to audit now.\n`,
    });
    expect(existsSync(file)).toBe(false);
  });
});

test("all options that would change nothing are told at once", () => {
  expect(keywatch(["report", AUDIT, "--wave", "1", "--only", "111111111111", "-o", "-"]).err).toMatch(
    /^error: --only and --wave /,
  );
});

test("a verdict that nobody knows is told by its place", () =>
  inFolder((folder) => {
    const audit = JSON.parse(readFileSync(AUDIT, "utf8"));
    audit.targets[0].steps[2].verdict = "fine";
    const file = path.join(folder, "audit.json");
    writeFileSync(file, JSON.stringify(audit));
    expect(keywatch(["report", file]).err).toContain("is no audit of Keywatch: targets[0].steps[2].verdict: ");
  }));

const examples = [...keywatch(["report", "--help"]).out.matchAll(/npx keywatch (report docs\/.+)$/gm)].map(
  ([, line = ""]) => line,
);

test.each(examples)("the help's example works as it stands: %s", (example) =>
  inFolder((folder) => {
    const { code, err } = keywatch([...example.split(" "), "--output", path.join(folder, "report")]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
  }),
);

test("the help has examples of files that are there", () => {
  expect(examples.length).toBe(3);
});
