import { rmSync } from "node:fs";
import { join } from "node:path";
import { TERRAFORM } from "../e2e/lab/command";
import { describeEngines } from "../e2e/lab/describe";
import { type Emulator, startEmulator } from "../e2e/lab/emulator";
import { readHoldings } from "../e2e/lab/holdings";
import { Terraform } from "../e2e/lab/terraform";
import { fleetConfig, payments, pipeline, prepareState, prepareTarget } from "../e2e/support/fleet";
import { LocalFleet } from "../e2e/support/local-fleet";
import { targetsOf } from "../support/targets";

const stack = `keywatch-${payments}-eu-west-1`;

jest.setTimeout(300_000);

describeEngines("a stack that was deployed", (engine) => {
  let aws: Emulator;

  beforeAll(async () => {
    aws = await startEmulator({ kind: "ministack" });
    await prepareState(aws);
  });
  afterAll(() => aws?.stop());

  test("is taken over without a change, and given back without one", async () => {
    const account = await prepareTarget(aws, { account: payments, region: "eu-west-1" });
    const fleet = new LocalFleet("engines", pipeline(aws));
    fleet.synth(targetsOf(fleetConfig(aws, { accounts: [{ id: payments, name: "payments" }] })));
    /** The program, in the folder as the other has left it, but for what the documentation says to remove. */
    const taken = async (binary: string): Promise<Terraform> => {
      rmSync(join(fleet.folder(stack), ".terraform"), { recursive: true, force: true });
      const terraform = new Terraform(fleet.folder(stack), { ...pipeline(aws), TERRAFORM_BINARY_NAME: binary });
      await terraform.init();
      return terraform;
    };
    await (await taken(TERRAFORM)).apply();
    const deployed = await readHoldings(account);

    const other = await taken(engine);
    expect(await other.planned()).toEqual([]);
    await other.apply();

    expect(await (await taken(TERRAFORM)).planned()).toEqual([]);
    expect(await readHoldings(account)).toEqual(deployed);
  });
});
