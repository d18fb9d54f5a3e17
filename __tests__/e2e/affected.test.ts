import { difference } from "../../modules/cli/affected/compare";
import { layeredFleet, type Raw } from "../support/fleet";
import { stackTexts } from "../support/stacks";
import { targetsOf } from "../support/targets";
import { openAccount } from "./lab/accounts";
import { describeLab } from "./lab/describe";
import { type Emulator, startEmulator } from "./lab/emulator";
import { createLogGroup } from "./lab/ground";
import type { Terraform } from "./lab/terraform";
import { pipeline } from "./support/fleet";
import { LocalFleet } from "./support/local-fleet";
import { inPairs } from "./support/pairs";

jest.setTimeout(240_000);

const texts = (config: Raw) => new Map(Object.entries(stackTexts(targetsOf(config))));

describeLab("the stacks that a change affects", () => {
  let aws: Emulator;
  let local: LocalFleet;
  const stacks = new Map<string, Terraform>();

  beforeAll(async () => {
    aws = await startEmulator({ kind: "ministack" });
    const targets = targetsOf(layeredFleet());
    for (const { account, region, trail } of targets) {
      await createLogGroup(openAccount(aws, { account: account.id, region }), trail?.logGroup ?? "");
    }
    local = new LocalFleet("affected", pipeline(aws));
    local.synth(targets);
    await inPairs(targets, async ({ stackId }) => {
      const stack = await local.stack(stackId);
      await stack.apply();
      stacks.set(stackId, stack);
    });
  });
  afterAll(() => aws?.stop());

  test.each<[string, Raw]>([
    [
      "names and order",
      layeredFleet({ accounts: [...layeredFleet().accounts].reverse(), "accounts[0].name": "other" }),
    ],
    [
      "one account's address",
      layeredFleet({ "accounts[0].subscriptions": [{ protocol: "email", endpoint: "b@acme.example" }] }),
    ],
    [
      "a region's alarm and another account's tags",
      layeredFleet({
        'accounts[1].overrides["us-east-1"].controls': { "cis-4.7": { alarm: { period: 60 } } },
        "accounts[0].tags": { a: "b" },
      }),
    ],
  ])("by %s are those whose plan is not empty", async (_, config) => {
    const { changed } = difference(texts(layeredFleet()), texts(config));
    local.synth(targetsOf(config));
    const planned: string[] = [];
    await inPairs([...stacks], async ([id, stack]) => {
      if ((await stack.planned()).length > 0) planned.push(id);
    });
    expect(changed).toEqual(planned.sort());
  });
});
