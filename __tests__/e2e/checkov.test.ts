import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { problemReport, readConfig } from "../../modules/config";
import { resolve, type Target } from "../../modules/fleet";
import { EXAMPLES } from "../support/examples";
import { stackTexts } from "../support/stacks";
import { openAccount } from "./lab/accounts";
import { type Findings, runCheckov } from "./lab/checkov";
import { describeLab } from "./lab/describe";
import { type Emulator, startEmulator } from "./lab/emulator";
import { emulatedEnvironment } from "./lab/environment";
import { createLogGroup } from "./lab/ground";
import { newStackOfStacks, type Stack } from "./lab/one-plan";
import { inProject } from "./lab/paths";
import { Terraform } from "./lab/terraform";

const caller = { account: "111111111111", region: "eu-west-1" };
const exceptions: readonly { readonly id: string; readonly reason: string }[] = parse(
  readFileSync(inProject("__tests__/e2e/checkov-exceptions.yaml"), "utf8"),
);

jest.setTimeout(300_000);

describeLab("Checkov", () => {
  let aws: Emulator;
  let findings: Findings;

  beforeAll(async () => {
    aws = await startEmulator({ kind: "moto" });
    findings = await findingsOf(aws);
  });
  afterAll(() => aws?.stop());

  test("looks at topics, keys, alarms and a created trail", () => {
    const types = findings.passed.map(({ resource }) => resource.split(".").at(-2));
    expect(types).toEqual(
      expect.arrayContaining(["aws_sns_topic", "aws_kms_key", "aws_cloudwatch_metric_alarm", "aws_cloudtrail"]),
    );
  });

  test("finds nothing that has no reason", () => {
    const known = exceptions.map(({ id }) => id);
    expect(findings.failed.filter(({ id }) => !known.includes(id))).toEqual([]);
  });

  test("finds all that has one", () => {
    const found = new Set(findings.failed.map(({ id }) => id));
    expect(exceptions.filter(({ id }) => !found.has(id))).toEqual([]);
  });

  test.each(exceptions)("$id has a reason", ({ reason }) => {
    expect(reason).toMatch(/\S{2}.{20}/);
  });
});

async function findingsOf(aws: Emulator): Promise<Findings> {
  const examples = EXAMPLES.map(({ name, file }): [string, readonly Target[]] => [name, targetsIn(file)]);
  const trails = examples.flatMap(([, targets]) => targets).flatMap(({ trail }) => trail ?? []);
  const existing = trails.filter(({ created }) => !created).map(({ logGroup }) => logGroup);
  const account = openAccount(aws, caller);
  for (const logGroup of new Set(existing)) await createLogGroup(account, logGroup);

  const role = { role_arn: `arn:aws:iam::${caller.account}:role/lab` };
  const stacks = new Map(examples.flatMap(([name, targets]) => stacksOf(name, targets)));
  const folder = newStackOfStacks("examples", stacks, { region: caller.region, assume_role: [role] });
  const terraform = new Terraform(folder, emulatedEnvironment(aws, caller));
  await terraform.init();
  const { json } = await terraform.plan();
  return runCheckov(json);
}

function targetsIn(file: string): readonly Target[] {
  const read = readConfig(file);
  if (!read.ok) throw new Error(problemReport(file, read.problems));
  return resolve(read.config);
}

const stacksOf = (example: string, targets: readonly Target[]) =>
  Object.entries(stackTexts(targets)).map(([id, text]): [string, Stack] => [`${example}_${id}`, JSON.parse(text)]);
