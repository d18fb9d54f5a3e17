import { candidatesOf, goneFrom } from "../../../modules/cli/discover/candidates";
import { homeRegion } from "../../../modules/cli/discover/home";
import type { Discovery } from "../../../modules/cli/discover/result";
import { discoveryText } from "../../../modules/cli/discover/text";
import { validate } from "../../../modules/config";
import { type Changes, hubFleet, layeredFleet, smallFleet } from "../../support/fleet";
import { targetsOf } from "../../support/targets";
import { data, denied, discoveryAmong, groupArn, management, payments, trailArnOf, trailOf, unasked } from "./looked";

const orgTrail = (status = { IsLogging: true }) =>
  trailOf(management, { TrailARN: trailArnOf(management, "all"), IsOrganizationTrail: true }, status);
const shadow = () => ({ trail: orgTrail().trail });
const standings = ({ accounts }: Discovery) => accounts.map(({ standing }) => standing);

test("an account with a trail that will do is listed by its log group and the region of it", () => {
  const discovery = discoveryAmong({ [payments]: [trailOf(payments)] });
  expect(discovery.complete).toBe(true);
  expect(discovery.accounts).toMatchObject([
    {
      standing: "new",
      entry: { id: payments, name: "name-1", regions: ["eu-west-1"], trail: { logGroup: "trail" } },
    },
  ]);
  expect(validate({ name: "k", accounts: [discovery.accounts[0]?.entry] })).toMatchObject({ ok: true });
});

test.each([
  ["the one that the config watches", "trail", "trail"],
  ["else the organization's", "elsewhere", "all"],
])("of several trails it is %s", (_, watched, chosen) => {
  const targets = targetsOf(smallFleet({ "accounts[0].trail": { logGroup: watched } }));
  const all = trailOf(payments, {
    TrailARN: "arn:z",
    IsOrganizationTrail: true,
    CloudWatchLogsLogGroupArn: groupArn(payments, "all"),
  });
  const { accounts } = discoveryAmong({ [payments]: [trailOf(payments), all] }, targets);
  expect(accounts[0]?.entry?.trail.logGroup).toBe(chosen);
});

describe("members of an organization with one trail", () => {
  const members = { [payments]: [shadow()], [data]: [shadow()] };

  test("are covered, and the owner of the log group is the entry for all of them", () => {
    const discovery = discoveryAmong({ ...members, [management]: [orgTrail()] });
    expect(standings(discovery)).toEqual(["covered", "covered", "new"]);
    expect(discovery.accounts[2]?.entry?.trail).toEqual({ logGroup: "trail", organization: true });
    expect(discovery.complete).toBe(true);
  });

  test("are covered as far as one can see where the owner was not asked", () => {
    expect(standings(discoveryAmong(members))).toEqual(["covered", "covered"]);
    expect(discoveryText(discoveryAmong(members))).toContain("That account was not asked: look at it with --account.");
  });

  test("are not covered where the owner sees that it does not log", () => {
    const discovery = discoveryAmong({ ...members, [management]: [orgTrail({ IsLogging: false })] });
    expect(standings(discovery)).toEqual(["none", "none", "none"]);
  });

  test("have their own trail where that will do", () => {
    expect(standings(discoveryAmong({ [payments]: [shadow(), trailOf(payments)] }))).toEqual(["new"]);
  });
});

describe("of an account of the config is said", () => {
  const inConfig = (changes: Changes, trails = [trailOf(payments)]) =>
    standings(discoveryAmong({ [payments]: trails }, targetsOf(smallFleet(changes))))[0];

  test.each([
    ["that it is as listed", "listed", {}, undefined],
    ["that its log group differs", "differs", { "accounts[0].trail": { logGroup: "old" } }, undefined],
    ["that its region differs", "differs", { "accounts[0].regions": ["us-east-1"] }, undefined],
    ["that no trail will do", "none", {}, []],
    ["that the organization's trail records it, not the one that is listed", "differs", {}, [shadow()]],
    ["nothing where its trail is yet to be made", "listed", { "accounts[0].trail": { create: {} } }, []],
  ] as const)("%s", (_, standing, changes, trails) => {
    expect(inConfig(changes, trails as never)).toBe(standing);
  });
});

test("of a hub in which nothing is watched nothing is said", () => {
  expect(standings(discoveryAmong({ [management]: [] }, targetsOf(hubFleet())))).toEqual(["listed"]);
});

test("what could not be asked is unknown, never without a trail, and makes the result partial", () => {
  const half = { ...trailOf(data), selectors: unasked };
  const discovery = discoveryAmong({ [payments]: denied, [data]: [half] });
  expect(standings(discovery)).toEqual(["unknown", "unknown"]);
  expect(discovery.complete).toBe(false);
});

describe("the accounts to ask", () => {
  const config = validate(layeredFleet());
  const fleet = config.ok ? config.config : undefined;
  const props = { config: fleet, targets: targetsOf(layeredFleet()), home: "us-west-2" };
  const brief = (given: object) =>
    candidatesOf({ ...props, ...given }).map(({ account, regions, role, targets }) => [
      account.id,
      account.name,
      regions,
      role?.arn,
      targets.length,
    ]);

  test("are those of the config, in its regions and by its roles", () => {
    const role = (id: string) => `arn:aws:iam::${id}:role/keywatch-deploy`;
    expect(brief({})).toEqual([
      [payments, "payments-prod", ["eu-west-1"], role(payments), 1],
      [data, "data-prod", ["eu-west-1", "us-east-1"], role(data), 2],
    ]);
  });

  test("are reached by the defaults where they are not in it, and keep the name that the config has", () => {
    const accounts = [
      { id: payments, name: "another" },
      { id: management, name: "management" },
    ];
    expect(brief({ accounts })).toEqual([
      [payments, "payments-prod", ["eu-west-1"], `arn:aws:iam::${payments}:role/keywatch-deploy`, 1],
      [management, "management", ["eu-west-1"], `arn:aws:iam::${management}:role/keywatch-deploy`, 0],
    ]);
  });

  test("are asked where and by whom it is said, without a config too", () => {
    const accounts = [{ id: payments, name: payments }];
    const given = { config: undefined, targets: [], accounts };
    expect(brief(given)).toEqual([[payments, payments, ["us-west-2"], undefined, 0]]);
    expect(brief({ ...given, regions: ["eu-west-1"], role: "arn:aws:iam::{account}:role/look" })).toEqual([
      [payments, payments, ["eu-west-1"], `arn:aws:iam::${payments}:role/look`, 0],
    ]);
  });

  test("are none that has retired", () => {
    const [leaving, ...accounts] = layeredFleet().accounts;
    const targets = targetsOf(layeredFleet({ accounts, retired: [leaving] }));
    expect(candidatesOf({ ...props, targets, accounts: [{ id: payments, name: "x" }] })).toEqual([]);
    expect(goneFrom(targets, [])).toEqual([{ id: data, name: "data-prod" }]);
  });
});

test("a person reads the accounts first, then what must be known", () => {
  const discovery = discoveryAmong(
    {
      [payments]: [trailOf(payments), trailOf(payments, { TrailARN: "arn:old", IsMultiRegionTrail: false })],
      [data]: denied,
      [management]: [shadow()].map(({ trail }) => ({
        trail: { ...trail, CloudWatchLogsLogGroupArn: groupArn("333333333333") },
      })),
    },
    targetsOf(smallFleet({ "accounts[0].trail": { logGroup: "old" } })),
  );
  expect(discoveryText({ ...discovery, gone: [{ id: "444444444444", name: "sold" }] })).toBe(`\
ACCOUNT       NAME           REGION     LOG GROUP  FOUND
111111111111  payments-prod  eu-west-1  trail      differs from the config
222222222222  name-2         -          -          could not be asked
999999999999  name-9         -          -          covered by the organization's trail

222222222222 name-2
  AccessDenied: no
  to mend it: Give the role more.

111111111111 payments-prod
  The config watches another log group than that of a trail that will do. It stays as it is: change it by hand, or leave it.
  found: { id: "111111111111", name: "payments-prod", regions: ["eu-west-1"], trail: { logGroup: "trail" } }

Trails that will not do:

arn:old
  It records eu-west-1 alone.

arn:aws:cloudtrail:eu-west-1:999999999999:trail/all records every account of the organization. One entry, in the account of its log group, watches all of their keys (docs/topologies.md, c):
  {
    id: "333333333333",
    name: "333333333333",
    regions: ["eu-west-1"],
    trail: { logGroup: "trail", organization: true },
  }
  1 account needs no entry for it. That account was not asked: look at it with --account.

No active accounts of the organization. Move their entries from \`accounts\` to \`retired\`, and their stacks plan the destruction of what they had:
  444444444444 sold

3 accounts looked at: 1 differs from the config, 1 covered by the organization's trail, 1 could not be asked.
The result is partial: not everything could be asked.`);
});

test.each([
  ["eu-west-1", { AWS_REGION: "eu-west-1", AWS_DEFAULT_REGION: "eu-west-2" }],
  ["eu-west-2", { AWS_REGION: "", AWS_DEFAULT_REGION: "eu-west-2" }],
  ["us-east-1", { AWS_REGION: "", AWS_DEFAULT_REGION: "" }],
  ["us-east-1", {}],
])("where nothing else names a region it is %s with %j", (region, env) => {
  expect(homeRegion(env)).toBe(region);
});
