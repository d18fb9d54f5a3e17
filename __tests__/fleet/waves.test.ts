import { hubFleet, layeredFleet, type Raw } from "../support/fleet";
import { targetsOf } from "../support/targets";

const wavesOf = (config: Raw): Record<string, number> =>
  Object.fromEntries(targetsOf(config).map(({ stackId, wave }) => [stackId.replace("keywatch-", ""), wave]));

const staged = (...waves: readonly object[]) => ({ rollout: { waves } });

test("without waves all targets are in the first", () => {
  expect(new Set(Object.values(wavesOf(layeredFleet())))).toEqual(new Set([1]));
});

test("an account is in the first wave that names it, else in a last one", () => {
  const config = layeredFleet(staged({ accounts: ["222222222222"] }, { tags: { owner: "security" } }));
  expect(wavesOf(config)).toEqual({
    "111111111111-eu-west-1": 2,
    "222222222222-eu-west-1": 1,
    "222222222222-us-east-1": 1,
  });
  expect(wavesOf(layeredFleet(staged({ tags: { owner: "security", level: "overrides" } })))).toEqual({
    "111111111111-eu-west-1": 2,
    "222222222222-eu-west-1": 2,
    "222222222222-us-east-1": 1,
  });
});

describe("shares", () => {
  const accounts = Array.from({ length: 1000 }, (_, index) => ({ id: `${100000000000 + index}`, name: `a${index}` }));
  const fleet = (list: readonly object[], ...waves: readonly object[]) => ({
    name: "keywatch",
    defaults: { regions: ["eu-west-1"], trail: { logGroup: "trail" } },
    accounts: list,
    ...staged(...waves),
  });
  const shares = wavesOf(fleet(accounts, { share: 10 }, { share: 30 }));

  test("are about as large as they say", () => {
    const size = (wave: number) => Object.values(shares).filter((one) => one === wave).length;
    expect([size(1), size(2), size(3)].map((count) => Math.round(count / 50) * 5)).toEqual([10, 30, 60]);
  });

  test("of an account stay when others come, go or change their places", () => {
    const fewer = wavesOf(fleet([...accounts].reverse().slice(500), { share: 10 }, { share: 30 }));
    expect(fewer).toEqual(Object.fromEntries(Object.keys(fewer).map((id) => [id, shares[id]])));
  });

  test("of all accounts leave nobody for the last wave", () => {
    expect(new Set(Object.values(wavesOf(fleet(accounts, { share: 100 }))))).toEqual(new Set([1]));
  });
});

test("a hub is no later than the earliest of its members", () => {
  expect(wavesOf(hubFleet(staged({ accounts: ["222222222222"] }, { accounts: ["999999999999"] })))).toEqual({
    "111111111111-eu-west-1": 3,
    "222222222222-eu-west-1": 1,
    "999999999999-eu-west-1": 1,
  });
});
