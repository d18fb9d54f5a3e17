import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { inFolder } from "../../support/folder";
import { keywatch } from "../../support/keywatch";

const ALL = ["--account", "111111111111=payments", "--email", "security@acme.example", "--state", "local", "--yes"];

/** Runs it for a file of that name in an empty folder. */
const inEmpty = <T>(
  name: string,
  use: (file: string, init: (...args: readonly string[]) => ReturnType<typeof keywatch>) => T,
): T =>
  inFolder((folder) => {
    const file = path.join(folder, name);
    return use(file, (...args) => keywatch(["init", "--config", file, ...args]));
  });

test("writes a config by options that is valid, and says what comes next", () => {
  inEmpty("keywatch.config.yaml", (file, init) => {
    expect(init(...ALL)).toEqual({
      code: 0,
      out: `${file} written. Next:
  export KEYWATCH_CONFIG=${file}
  npx keywatch validate
  npx keywatch discover --organization --role arn:aws:iam::{account}:role/OrganizationAccountAccessRole --write
  npx keywatch permissions deploy --trust ARN_OF_YOUR_ROLE --format cloudformation > roles.json  # for every account
  npx keywatch preflight
  npx keywatch synth
`,
      err: "",
    });
    expect(keywatch(["validate", "--config", file]).code).toBe(0);
    expect(readdirSync(path.dirname(file))).toEqual(["keywatch.config.yaml"]);
  });
});

test.each([
  ["eu-west-1", "arn:aws:iam::{account}:role/keywatch-deploy"],
  ["cn-north-1", "arn:{partition}:iam::{account}:role/keywatch-deploy"],
  ["us-gov-west-1", "arn:{partition}:iam::{account}:role/keywatch-deploy"],
])("in %s the role that it proposes is %s", (region, role) => {
  inEmpty("fleet.json", (file, init) => {
    expect(init(...ALL, "--region", region)).toMatchObject({ code: 0, err: "" });
    expect(JSON.parse(readFileSync(file, "utf8")).defaults.role).toBe(role);
  });
});

test("refuses to write over a file, and leaves it as it is", () => {
  inEmpty("fleet.json", (file, init) => {
    writeFileSync(file, "mine");
    expect(init(...ALL)).toMatchObject({
      code: 2,
      out: "",
      err: expect.stringContaining("exists already and stays as it is."),
    });
    expect(readFileSync(file, "utf8")).toBe("mine");
  });
});

test.each([
  [[], "--name, --account, --region, --log-group, --email, --role, --state"],
  [["--yes"], "--account, --email, --bucket"],
  [["--yes", "--state", "hcp", "--email", "a@b.example"], "--account, --organization"],
])("without a terminal, %j lacks %s", (args, missing) => {
  inEmpty("fleet.yaml", (file, init) => {
    expect(init(...args)).toEqual({
      code: 2,
      out: "",
      err: `error: Nobody can be asked here. Missing: ${missing}.\n  to mend it: Give them; with --yes those that have a proposal are not needed.\n`,
    });
    expect(existsSync(file)).toBe(false);
  });
});

test("options that would not hold are told with their place, and nothing is written", () => {
  inEmpty("fleet.yaml", (file, init) => {
    const { code, err } = init(...ALL, "--region", "eu-wst-1");
    expect(code).toBe(2);
    expect(err).toContain("1 problem. Nothing was written.\n\ndefaults.regions[0]\n");
    expect(readdirSync(path.dirname(file))).toEqual([]);
  });
});

test("an option that would not hold is told before anything else is asked for", () => {
  inEmpty("fleet.yaml", (_, init) => {
    expect(init("--email", "nobody").err).toContain("defaults.subscriptions[0].endpoint\n");
  });
});

test("a file of another ending is wrong use", () => {
  inEmpty("fleet.toml", (_, init) => {
    expect(init(...ALL)).toMatchObject({
      code: 2,
      err: expect.stringContaining("Name one of: *.ts, *.yaml, *.yml, *.json."),
    });
  });
});
