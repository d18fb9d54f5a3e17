import type { Account } from "./lab/accounts";
import { describeLab } from "./lab/describe";
import { type Emulator, startEmulator } from "./lab/emulator";
import { readHoldings } from "./lab/holdings";
import type { Terraform } from "./lab/terraform";
import { fleetConfig, payments, pipeline, prepareState, prepareTarget } from "./support/fleet";
import { Project } from "./support/project";

const target = { account: payments, region: "eu-west-1" };

/**
 * Terraform writes a remote state every 20 seconds only, so that what was made since is unknown to the next apply. All but
 * the topic's key has a name by which AWS finds it again; a key that was made in those seconds stays behind, unused.
 */
const fleet = { accounts: [{ id: payments, name: "payments" }] };

jest.setTimeout(120_000);

describeLab("an apply that is killed halfway", () => {
  let aws: Emulator;
  let account: Account;
  let project: Project;
  let stack: Terraform;

  beforeAll(async () => {
    aws = await startEmulator({ kind: "ministack" });
    await prepareState(aws);
    account = await prepareTarget(aws, target);
    project = new Project("state", fleetConfig(aws, fleet), pipeline(aws));
    const [id = ""] = await project.synth();
    stack = await project.stack(id);
    const apply = stack.startApply("-parallelism=1");
    await apply.says(/aws_sns_topic\.alerts: Creation complete/);
    aws.pause();
    await apply.kill();
    aws.resume();
  });
  afterAll(() => aws?.stop());

  test("leaves a lock: a second deploy refuses, says who holds it, and changes nothing", async () => {
    const before = await readHoldings(account);
    expect(before.topics).toHaveLength(1);
    const refusal = await project.deploy().then(String, String);
    expect(refusal).toMatch(/Error acquiring the state lock/);
    expect(refusal).toMatch(/Who: +\S+@\S+/);
    expect(await readHoldings(account)).toEqual(before);
    await stack.forceUnlock(/\bID: +([0-9a-f-]{36})/.exec(refusal)?.[1] ?? "");
  });

  test("is completed by the next one, with nothing doubled and nothing lost", async () => {
    await project.deploy();
    const { metricFilters, alarms, topics, subscriptions } = await readHoldings(account);
    expect([metricFilters, alarms, topics, subscriptions].map(({ length }) => length)).toEqual([1, 1, 1, 1]);
    expect(await stack.planned()).toEqual([]);
  });
});
