import fs from "node:fs";
import { outputFolder } from "../../modules/cli/output";
import { keywatch } from "../support/keywatch";

test.each([
  [{ output: "named" }, { CDKTF_OUTDIR: "elsewhere" }, "named"],
  [{}, { CDKTF_OUTDIR: "elsewhere" }, "elsewhere"],
  [{}, { CDKTF_OUTDIR: "" }, "cdktf.out"],
  [{}, {}, "cdktf.out"],
])("the folder of %j and %j is %s", (options, env, folder) => {
  expect(outputFolder(options, env)).toBe(folder);
});

describe.each(["audit", "report"])("%s whose file cannot be written", (command) => {
  const run = (output: string) => keywatch([command, "--config", "missing.yaml", "--output", output]);
  const refusal = (problem: string) => ({
    code: 2,
    out: "",
    err: `error: ${problem}\n  to mend it: Name another file with --output.\n`,
  });

  test.each([
    ["nowhere/result", "There is no folder nowhere to write to."],
    ["package.json/result", "There is no folder package.json to write to."],
    ["docs", "docs is a folder, and no file."],
  ])("is not begun: %s", (output, problem) => {
    expect(run(output)).toEqual(refusal(problem));
  });

  test("is not begun where this user may not write", () => {
    const denied = jest.spyOn(fs, "accessSync").mockImplementation(() => {
      throw new Error("EACCES: permission denied");
    });
    expect(run("docs/result")).toEqual(refusal("docs/result may not be written by this user."));
    expect(run("package.json")).toEqual(refusal("package.json may not be written by this user."));
    expect(denied.mock.calls.map(([place]) => place)).toEqual(["docs", "package.json"]);
    denied.mockRestore();
  });
});

test.each([
  ["audit", "result.json"],
  ["report", "-"],
])("%s --output %s is begun", (command, output) => {
  expect(keywatch([command, "--config", "missing.yaml", "--output", output]).err).toContain("missing.yaml");
});
