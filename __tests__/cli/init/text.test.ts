import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { configOf, problemsOf } from "../../../modules/cli/init/config";
import { type Answers, QUESTIONS, withPresets } from "../../../modules/cli/init/questions";
import { configText, surroundingsOf, WRITABLE } from "../../../modules/cli/init/text";
import { readConfig } from "../../../modules/config";
import { inFolder } from "../../support/folder";

const ROOT = path.resolve(__dirname, "../../..");
const known = { account: "011111111111=payments: prod = €", email: "security@acme.example" };
const STATES: Readonly<Record<string, Answers>> = {
  local: { state: "local" },
  s3: { state: "s3", bucket: "acme-terraform-state" },
  hcp: { state: "hcp", organization: "acme" },
};

describe.each(Object.entries(STATES))("a first config with state in %s", (_, state) => {
  const config = configOf(withPresets({ ...known, ...state }));

  test("holds", () => {
    expect(problemsOf(withPresets({ ...known, ...state }))).toEqual([]);
  });

  test.each(WRITABLE)("means the same in %s, wherever it lies", (ending) => {
    inFolder((folder) => {
      const file = path.join(folder, "deeper", `keywatch.config${ending}`);
      mkdirSync(path.dirname(file));
      writeFileSync(file, configText(file, config, surroundingsOf(file, ROOT)) ?? "");
      const read = readConfig(file);
      const { $schema, ...written } = read.ok ? read.config : { $schema: undefined };
      expect(read).toMatchObject({ ok: true });
      expect(written).toEqual(config);
    });
  });
});

const answers = withPresets({ ...known, account: "111111111111=payments", ...STATES.s3 });
const inRoot = (file: string) => configText(file, configOf(answers), surroundingsOf(path.join(ROOT, file), ROOT));

test("TypeScript is as the project's formatter has it", () => {
  expect(inRoot("keywatch.config.ts")).toBe(`\
import { defineConfig } from "./modules/config";

// \`npx keywatch validate\` tells every problem; the README lists all settings.
export default defineConfig({
  name: "keywatch",
  state: { type: "s3", bucket: "acme-terraform-state", region: "eu-west-1" },
  defaults: {
    regions: ["eu-west-1"],
    role: "arn:aws:iam::{account}:role/keywatch-deploy",
    trail: { logGroup: "aws-controltower/CloudTrailLogs" },
    subscriptions: [{ protocol: "email", endpoint: "security@acme.example" }],
  },
  accounts: [{ id: "111111111111", name: "payments" }],
});
`);
});

test("YAML tells editors its schema, and keeps what belongs together on a line", () => {
  expect(inRoot("keywatch.config.yaml")).toBe(`\
# yaml-language-server: $schema=./keywatch.schema.json
# \`npx keywatch validate\` tells every problem; the README lists all settings.
name: keywatch
state: { type: s3, bucket: acme-terraform-state, region: eu-west-1 }
defaults:
  regions: [ eu-west-1 ]
  role: arn:aws:iam::{account}:role/keywatch-deploy
  trail: { logGroup: aws-controltower/CloudTrailLogs }
  subscriptions: [ { protocol: email, endpoint: security@acme.example } ]
accounts:
  - { id: "111111111111", name: payments }
`);
});

test("JSON tells editors its schema", () => {
  expect(JSON.parse(inRoot("keywatch.config.json") ?? "").$schema).toBe("./keywatch.schema.json");
});

test("no config is written in other files", () => {
  expect(inRoot("keywatch.config.toml")).toBeUndefined();
});

test.each([
  ["account", "1=payments", "accounts[0].id"],
  ["region", "eu-wst-1", "defaults.regions[0]"],
  ["email", "nobody", "defaults.subscriptions[0].endpoint"],
  ["name", "1st", "name"],
  ["logGroup", "a b", "defaults.trail.logGroup"],
  ["role", "deploy", "defaults.role"],
  ["bucket", "Acme", "state.bucket"],
])("an answer for %s that would not hold is found where it would stand", (key, value, place) => {
  const [problem] = problemsOf({ state: "s3", bucketRegion: "eu-west-1", [key]: value });
  expect(problem?.path.map(String)).toEqual(place.split(/[.[\]]+/).filter(Boolean));
});

test("every proposal holds, and each option names its answer", () => {
  expect(problemsOf(withPresets({}))).toEqual([]);
  const { Option } = jest.requireActual("commander");
  for (const { key, flag } of QUESTIONS) expect(new Option(flag).attributeName()).toBe(key);
});
