import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { changed, type Raw } from "../support/fleet";
import type { Account } from "./lab/accounts";
import { type Environment, type Finished, run } from "./lab/command";
import { describeLab } from "./lab/describe";
import { type Emulator, startEmulator } from "./lab/emulator";
import { newFolder } from "./lab/folder";
import { readHoldings } from "./lab/holdings";
import { inProject, projectRoot } from "./lab/paths";
import { data, fleetConfig, payments, pipeline, prepareState, prepareTarget } from "./support/fleet";

jest.setTimeout(240_000);

const [PAYMENTS, DATA] = [`keywatch-${payments}-eu-west-1`, `keywatch-${data}-eu-west-1`];
const BOTH = [PAYMENTS, DATA];

describeLab("the scripts of the pipelines", () => {
  const folder = newFolder("pipelines");
  const config = join(folder, "keywatch.config.json");
  const plans = join(folder, "plans");
  let aws: Emulator;
  let env: Environment;
  let accounts: readonly Account[];

  const script = (name: string, ...args: readonly string[]): Promise<Finished> =>
    run(inProject("pipelines/scripts", name), args, { cwd: projectRoot, env }, [0, 1]);
  const synth = (...options: readonly string[]) =>
    run(process.execPath, [inProject("bin/keywatch.js"), "synth", ...options], { cwd: projectRoot, env });
  const write = (changes: Raw) => {
    const accounts = [payments, data].map((id) => ({ id, name: `account-${id}` }));
    writeFileSync(config, JSON.stringify(changed(fleetConfig(aws, { accounts }), changes)));
  };
  const reviewed = (stack: string) => readFileSync(join(plans, `${stack}.txt`), "utf8");
  const alarms = () => Promise.all(accounts.map(async (account) => (await readHoldings(account)).alarms.length));
  /** What a pull request does: the stacks of the plan role, planned. */
  const plan = async (...stacks: readonly string[]) => {
    await synth("--role", "arn:aws:iam::{account}:role/keywatch-plan");
    return script("plan.sh", ...stacks);
  };

  beforeAll(async () => {
    aws = await startEmulator({ kind: "ministack" });
    env = { ...pipeline(aws), KEYWATCH_CONFIG: config, CDKTF_OUTDIR: join(folder, "out"), KEYWATCH_PLANS: plans };
    await prepareState(aws);
    accounts = await Promise.all(
      [payments, data].map((account) => prepareTarget(aws, { account, region: "eu-west-1" })),
    );
    write({});
  });
  afterAll(() => aws?.stop());

  test("list every stack while nothing was applied", async () => {
    const { stdout } = await script("stacks.sh", "", "--shards", "1", "--wave", "1");
    expect(JSON.parse(stdout)).toEqual({ include: [{ shard: 1, stacks: BOTH.join(" ") }] });
  });

  test("plan every stack and change nothing", async () => {
    expect((await plan(...BOTH)).code).toBe(0);
    for (const stack of BOTH) expect(reviewed(stack)).toMatch(/^Plan: \d+ to add, 0 to change, 0 to destroy\.$/m);
    expect(await alarms()).toEqual([0, 0]);
  });

  test("apply what was reviewed; what nobody reviewed fails alone", async () => {
    rmSync(join(plans, `${PAYMENTS}.txt`));
    await synth();
    const { code, stderr } = await script("apply.sh", ...BOTH);
    expect(code).toBe(1);
    expect(stderr).toContain(`${PAYMENTS} would change, and nobody has reviewed how. Plan this commit again`);
    expect(stderr).toMatch(new RegExp(`Failed: ${PAYMENTS}\n$`));
    expect(await alarms()).toEqual([0, 1]);
  });

  test("apply the rest once it was planned again; what is done already is left alone", async () => {
    await plan(...BOTH);
    expect(reviewed(DATA)).toBe("No changes.\n");
    await synth();
    const { code, stderr } = await script("apply.sh", ...BOTH);
    expect(code).toBe(0);
    expect(stderr).toContain(`${DATA} would not change.`);
    expect(await alarms()).toEqual([1, 1]);
  });

  test("refuse a plan that differs from the reviewed one, show how, and go on with the others", async () => {
    write({ "defaults.tags": { owner: "security" } });
    await plan(...BOTH);
    write({ "defaults.tags": { owner: "security" }, "accounts[0].tags": { owner: "somebody" } });
    await synth();
    const { code, stderr } = await script("apply.sh", ...BOTH);
    expect(code).toBe(1);
    expect(stderr).toContain(`${PAYMENTS} would change otherwise than was reviewed.`);
    expect(stderr).toMatch(/^-.*"owner" += "security"$/m);
    expect(stderr).toMatch(/^\+.*"owner" += "somebody"$/m);
    expect((await script("plan.sh", DATA)).code).toBe(0);
    expect(reviewed(DATA)).toBe("No changes.\n");
  });

  test("leave no plan of a stack that cannot be planned, and plan the others", async () => {
    const { code, stderr } = await script("plan.sh", "keywatch-missing", DATA);
    expect(code).toBe(1);
    expect(stderr).toMatch(/Failed: keywatch-missing\n$/);
    expect(existsSync(join(plans, "keywatch-missing.txt"))).toBe(false);
    expect(existsSync(join(plans, `${DATA}.txt`))).toBe(true);
  });
});
