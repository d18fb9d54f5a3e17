import { openAccount } from "./lab/accounts";
import { describeLab } from "./lab/describe";
import { diagnosesOf } from "./lab/diagnoses";
import { type Emulator, startEmulator } from "./lab/emulator";
import { createLogGroup } from "./lab/ground";
import { data, fleetConfig, payments, pipeline, prepareState } from "./support/fleet";
import { Project } from "./support/project";

const region = "eu-west-1";
const fleet = {
  defaults: { trail: { logGroup: "org/trail" } },
  accounts: [
    { id: payments, name: "payments-prod" },
    { id: data, name: "data-prod", overrides: { [region]: { trail: { logGroup: "legacy-trail" } } } },
  ],
};

jest.setTimeout(120_000);

describeLab("a log group that does not exist", () => {
  let aws: Emulator;
  let project: Project;

  beforeAll(async () => {
    aws = await startEmulator({ kind: "ministack" });
    await prepareState(aws);
    await createLogGroup(openAccount(aws, { account: payments, region }), "org/trail-of-another-name");
    project = new Project("log-group", fleetConfig(aws, fleet), pipeline(aws));
    await project.synth();
  });
  afterAll(() => aws?.stop());

  test.each([
    { account: payments, logGroup: "org/trail", path: "defaults.trail.logGroup" },
    { account: data, logGroup: "legacy-trail", path: `accounts["${data}"].overrides["${region}"].trail.logGroup` },
  ])(
    "fails the plan in account $account, which says where and by what setting",
    async ({ account, logGroup, path }) => {
      const stack = await project.stack(`keywatch-${account}-${region}`);
      const failure = await stack.plan("-json").catch((error: unknown) => error);
      expect(diagnosesOf(failure)).toEqual([
        `Account ${account} has no log group ${logGroup} in ${region}. It is named at ${path}: ` +
          "name the log group that CloudTrail writes to there.",
      ]);
    },
  );
});
