import { ListObjectsV2Command } from "@aws-sdk/client-s3";
import { targetsOf } from "../support/targets";
import { type Account, openAccount } from "./lab/accounts";
import { run, TERRAFORM } from "./lab/command";
import { describeLab } from "./lab/describe";
import { type Emulator, startEmulator } from "./lab/emulator";
import { newFolder } from "./lab/folder";

import { HCP_HOST, startHcp, withHcp } from "./lab/hcp";
import { type Holdings, readHoldings } from "./lab/holdings";
import { Terraform } from "./lab/terraform";
import { bucket, fleetConfig, management, payments, pipeline, prepareState, prepareTarget } from "./support/fleet";
import { LocalFleet } from "./support/local-fleet";

const stack = `keywatch-${payments}-eu-west-1`;

jest.setTimeout(180_000);

describeLab("moving a fleet to another backend", () => {
  let aws: Emulator;
  let account: Account;
  let fleet: LocalFleet;
  let terraform: Terraform;
  let deployed: Holdings;

  const synth = (state: object) => fleet.synth(targetsOf({ ...fleetConfig(aws, { accounts }), state }));
  const accounts = [{ id: payments, name: "payments" }];
  const s3 = () => fleetConfig(aws, {}).state;

  /** Moves the state as the documentation says. */
  async function move(state: object): Promise<void> {
    synth(state);
    await terraform.init("-input=false", "-migrate-state", "-force-copy");
  }
  const states = async () => {
    const { Contents = [] } = await openAccount(aws, management).s3.send(new ListObjectsV2Command({ Bucket: bucket }));
    return Contents.map(({ Key }) => Key);
  };

  beforeAll(async () => {
    aws = await startEmulator({ kind: "ministack" });
    await prepareState(aws);
    account = await prepareTarget(aws, { account: payments, region: "eu-west-1" });
    fleet = new LocalFleet("state-moves", pipeline(aws));
    synth({ type: "local" });
    terraform = await fleet.stack(stack);
    await terraform.apply();
    deployed = await readHoldings(account);
  });
  afterAll(() => aws?.stop());

  test.each<[string, () => object, readonly string[]]>([
    ["from this machine to S3", s3, [`keywatch/${payments}/eu-west-1.tfstate`]],
    [
      "to another prefix of keys",
      () => ({ ...s3(), key: "security/{stack}.tfstate" }),
      [`keywatch/${payments}/eu-west-1.tfstate`, `security/${stack}.tfstate`],
    ],
  ])("%s loses and changes nothing", async (_, state, keys) => {
    await move(state());
    expect(await states()).toEqual(keys);
    expect(await terraform.planned()).toEqual([]);
    expect(await readHoldings(account)).toEqual(deployed);
  });

  test("to HCP Terraform does neither, by the answer that it asks for", async () => {
    const hcp = await startHcp();
    try {
      const env = withHcp(pipeline(aws), hcp, newFolder("hcp"));
      const cwd = fleet.folder(stack);
      synth({ type: "hcp", hostname: HCP_HOST, organization: "acme", project: "keywatch" });
      await run("sh", ["-c", `echo yes | ${TERRAFORM} init`], { cwd, env: { ...env, TF_INPUT: "1" } });
      hcp.set(stack, { "execution-mode": "local" });
      expect(hcp.states().join()).toContain(`"${deployed.topics[0]?.TopicArn}"`);
      expect(await new Terraform(cwd, env).planned()).toEqual([]);
      expect(await readHoldings(account)).toEqual(deployed);
    } finally {
      hcp.stop();
    }
  });
});
