import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { DeleteObjectCommand } from "@aws-sdk/client-s3";
import type { RoleDescription } from "../../modules/access";
import type { Raw } from "../support/fleet";
import { keywatchAsync } from "../support/keywatch";
import { rolesOf } from "../support/roles";
import { type Account, openAccount } from "./lab/accounts";
import { type Environment, run } from "./lab/command";
import { describeLab } from "./lab/describe";
import { type Emulator, startEmulator } from "./lab/emulator";
import { newFolder } from "./lab/folder";
import { inProject, projectRoot } from "./lab/paths";
import { allow, createRole, environmentOf } from "./lab/roles";
import { Terraform } from "./lab/terraform";
import { bucket, fleetConfig, management, payments, prepareState, prepareTarget } from "./support/fleet";
import { grantsOf } from "./support/grants";
import { type Attempt, attemptOf, grow } from "./support/grow";

jest.setTimeout(240_000);

const STACK = `keywatch-${payments}-eu-west-1`;
const ROOT = `arn:aws:iam::${management.account}:root`;

/**
 * What the emulator does not ask. On AWS who may not list a bucket is refused what is not there, as a state is before the first
 * apply, and Terraform takes that for an error.
 *
 * Source: Amazon S3 API Reference, "HeadObject", permissions.
 */
const UNASKED = ["FindStates s3:ListBucket"];

describeLab("the roles of who runs Keywatch, grown from nothing", () => {
  const folder = newFolder("caller-roles");
  const file = join(folder, "keywatch.config.json");
  const outdir = join(folder, "out");
  let aws: Emulator;
  let caller: Account;
  let config: Raw;

  const roleOf = (kind: "pipeline" | "discover", ...args: readonly string[]): RoleDescription =>
    rolesOf(config, kind, "--trust", ROOT, ...args)[kind];
  const environment = async ({ name }: RoleDescription): Promise<Environment> => ({
    ...(await environmentOf(aws, management, name)),
    KEYWATCH_CONFIG: file,
    CDKTF_OUTDIR: outdir,
    KEYWATCH_PLANS: join(folder, "plans"),
  });
  const keywatch = (env: Environment, ...args: readonly string[]) =>
    run(process.execPath, [inProject("bin/keywatch.js"), ...args], { cwd: projectRoot, env });
  /** Everything that a role is seen to need for a job. */
  const neededBy = async (role: RoleDescription, job: () => Promise<Attempt>) => {
    await createRole(caller, role);
    return grow({ role, from: [], allow: (limited) => allow(caller, limited), job });
  };

  beforeAll(async () => {
    aws = await startEmulator({ kind: "ministack", auth: true });
    caller = openAccount(aws, management);
    config = fleetConfig(aws, { accounts: [{ id: payments, name: "payments" }] });
    writeFileSync(file, JSON.stringify(config));
    await prepareState(aws);
    const account = await prepareTarget(aws, { account: payments, region: "eu-west-1" });
    const roles = rolesOf(config, "deploy", "plan", "--account", payments, "--trust", ROOT);
    for (const role of Object.values(roles)) await createRole(account, role);
  });
  afterAll(() => aws?.stop());

  test("a pipeline that plans", async () => {
    const role = roleOf("pipeline", "--enter", "plan");
    expect(role.name).toBe("keywatch-pipeline-plan");
    const needed = await neededBy(role, async () => {
      const env = await environment(role);
      await keywatch(env, "synth", "--role", "arn:aws:iam::{account}:role/keywatch-plan");
      const script = inProject("pipelines/scripts/plan.sh");
      const options = { cwd: projectRoot, env: { ...env, TF_CLI_ARGS_plan: "-json" } };
      return attemptOf(await run(script, [STACK], options, [0, 1]));
    });
    expect([...UNASKED, ...needed].sort()).toEqual(grantsOf(role).sort());
  });

  test("a pipeline that deploys", async () => {
    const role = roleOf("pipeline", "--enter", "deploy");
    const lock = { Bucket: bucket, Key: `keywatch/${payments}/eu-west-1.tfstate.tflock` };
    const needed = await neededBy(role, async () => {
      // a run that may not unlock leaves its lock behind
      await caller.s3.send(new DeleteObjectCommand(lock));
      const env = await environment(role);
      await keywatch(env, "synth");
      const terraform = new Terraform(join(outdir, "stacks", STACK), env);
      const begun = attemptOf(await terraform.attempt("init"));
      return begun.done ? attemptOf(await terraform.attempt("apply")) : begun;
    });
    expect([...UNASKED, ...needed].sort()).toEqual(grantsOf(role).sort());
  });

  test("who discovers the accounts of the organization", async () => {
    // the organization of the emulator has no account but this
    await createRole(caller, rolesOf(config, "audit", "--trust", ROOT).audit);
    const role = roleOf("discover");
    const needed = await neededBy(role, async () => {
      Object.assign(process.env, await environment(role));
      const args = ["--organization", "--role", "arn:aws:iam::{account}:role/keywatch-audit", "--json"];
      const { out, err } = await keywatchAsync(["discover", "--config", file, ...args], process.env);
      return { done: out !== "" && JSON.parse(out).complete, failures: out + err };
    });
    expect(needed).toEqual(grantsOf(role).sort());
  });
});
