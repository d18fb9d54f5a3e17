import { describeLab } from "./lab/describe";
import { type Emulator, startEmulator } from "./lab/emulator";
import { readHoldings } from "./lab/holdings";
import { changes } from "./lab/terraform";
import { changedFleet, disable, Guarded, guardedFleet, redescribe, rolesFor, toKeys } from "./support/guarded";

jest.setTimeout(300_000);

describeLab("the roles of keywatch permissions, with IAM enforced", () => {
  let aws: Emulator;
  let guarded: Guarded;

  beforeAll(async () => {
    aws = await startEmulator({ kind: "ministack", auth: true });
    guarded = await Guarded.open(aws, rolesFor(guardedFleet(aws)));
  });
  afterAll(() => aws?.stop());

  test("the deploy role makes the stack", async () => {
    await (await guarded.stack(guardedFleet(aws))).apply();
    const { metricFilters, alarms, topics, subscriptions } = await readHoldings(guarded.account);
    expect([metricFilters, alarms, topics, subscriptions].map(({ length }) => length)).toEqual([1, 1, 1, 1]);
  });

  test("the plan role finds nothing to do", async () => {
    const plan = await (await guarded.stack(guardedFleet(aws), "arn:aws:iam::{account}:role/keywatch-plan")).plan();
    expect(changes(plan)).toEqual([]);
  });

  test("the plan role changes nothing", async () => {
    const stack = await guarded.stack(changedFleet(aws), "arn:aws:iam::{account}:role/keywatch-plan");
    await expect(stack.apply()).rejects.toThrow(/keywatch-plan\S* is not authorized to perform/);
  });

  test("the deploy role mends what was changed by hand, and changes what the config changes", async () => {
    await toKeys(guarded.account, redescribe);
    await toKeys(guarded.account, disable);
    const stack = await guarded.stack(changedFleet(aws));
    await stack.apply();
    expect(changes(await stack.plan())).toEqual([]);
  });

  test("the deploy role destroys the stack", async () => {
    await (await guarded.stack(changedFleet(aws))).destroy();
    const { metricFilters, alarms, topics, subscriptions } = await readHoldings(guarded.account);
    expect([metricFilters, alarms, topics, subscriptions].map(({ length }) => length)).toEqual([0, 0, 0, 0]);
  });
});
