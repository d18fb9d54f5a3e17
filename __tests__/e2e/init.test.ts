import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { keywatch } from "../support/keywatch";
import { bareEnvironment, run } from "./lab/command";
import { describeLab } from "./lab/describe";
import { newFolder } from "./lab/folder";
import { inProject } from "./lab/paths";
import { ready } from "./lab/status";

const ENTER = "\r";
const CTRL_C = "\x03";

const STEPS = [
  ["Name of the fleet", ENTER],
  ["First account", `111111111111=payments-prod${ENTER}`],
  ["Region of the log group", `eu-central-1${ENTER}`],
  ["Name of that log group", ENTER],
  ["Email address", `security@acme.example${ENTER}`],
  ["Role that Terraform", ENTER],
  ["Where Terraform keeps", ENTER],
  ["Bucket of the states", `acme-terraform-state${ENTER}`],
  ["Region of the bucket", ENTER],
] as const;

describeLab("keywatch init at a terminal", () => {
  /** Types what the steps say, in an empty folder. */
  const typing = async (steps: readonly (readonly [string, string])[], code: number) => {
    const cwd = newFolder("init");
    const env = { ...bareEnvironment(), TERM: "xterm", NO_COLOR: "1" };
    const command = [process.execPath, inProject("bin/keywatch.js"), "init", "--config", "keywatch.config.yaml"];
    const script = inProject("__tests__/support/at_terminal.py");
    const { stdout } = await run(ready().python, [script, JSON.stringify(steps), ...command], { cwd, env }, [code]);
    return { cwd, stdout };
  };

  test("asks, and writes a config that is valid", async () => {
    const { cwd, stdout } = await typing(STEPS, 0);
    expect(stdout).toContain("keywatch.config.yaml written. Next:");
    expect(readdirSync(cwd)).toEqual(["keywatch.config.yaml"]);
    const file = join(cwd, "keywatch.config.yaml");
    expect(readFileSync(file, "utf8")).toContain(
      "state: { type: s3, bucket: acme-terraform-state, region: eu-central-1 }\n",
    );
    expect(keywatch(["validate", "--config", file]).code).toBe(0);
  });

  test.each([0, 4, 6, 8])("leaves nothing behind when it is broken off at question %i", async (at) => {
    const steps = STEPS.slice(0, at + 1).map(([text, keys], index) => [text, index === at ? CTRL_C : keys] as const);
    const { cwd, stdout } = await typing(steps, 1);
    expect(stdout).toMatch(/Nothing was written\.\s*$/);
    expect(readdirSync(cwd)).toEqual([]);
  });
});
