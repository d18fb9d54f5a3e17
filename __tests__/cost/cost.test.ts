import { readFileSync } from "node:fs";
import path from "node:path";
import { PRICES } from "../../modules/aws";
import { readConfig } from "../../modules/config";
import { CHARGED_AS, costOf, KINDS } from "../../modules/cost";
import { resolve } from "../../modules/fleet";
import { EXAMPLES } from "../support/examples";
import { hubFleet, layeredFleet, type Raw, smallFleet } from "../support/fleet";
import { targetsOf } from "../support/targets";
import { typesIn } from "../support/types-in";

const QUIET = { events: 0, gigabytes: 0 };
const costFor = (config: Raw, assumed = QUIET) => costOf(targetsOf(config), assumed);

/** The quantities of what is charged, by kind. */
const quantities = (config: Raw, assumed = QUIET) =>
  Object.fromEntries(costFor(config, assumed).kinds.map(({ kind, quantity }) => [kind, quantity]));

const accounts = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: String(100_000_000_000 + index), name: `account ${index}` }));

describe("what there is", () => {
  test("a target has an alarm and a key", () => {
    expect(costFor(smallFleet())).toMatchObject({
      items: [
        {
          stackId: "keywatch-111111111111-eu-west-1",
          kind: "alarm",
          quantity: 1,
          usd: 0.1,
          usage: false,
          estimate: true,
        },
        { kind: "key", quantity: 1, usd: 1, usage: false, estimate: true },
      ],
      total: { standing: 1.1, usage: 0, total: 1.1 },
    });
  });

  test.each([
    ["a topic without a key", { "accounts[0].topic": { encryption: "none" } }, { alarm: 1 }],
    ["a topic that exists", { "accounts[0].topic": { arn: "arn:aws:sns:eu-west-1:111111111111:there" } }, { alarm: 1 }],
    ["two controls", { "accounts[0].controls": { "cis-4.7": true, "cis-4.13": true } }, { alarm: 2, key: 1 }],
    ["a made trail", { "accounts[0].trail": { create: {} } }, { alarm: 1, key: 2 }],
    [
      "a metric that always reports",
      { "accounts[0].controls": { "cis-4.7": { metric: { defaultValue: 0 } } } },
      { alarm: 1, key: 1, metric: 1 },
    ],
  ])("%s", (_, changes, expected) => {
    expect(quantities(smallFleet(changes))).toEqual(expected);
  });

  test("a hub has the key of all, and no alarm where it watches nothing", () => {
    const { accounts: sums } = costFor(hubFleet());
    expect(sums.map(({ account, total }) => [account.id, total])).toEqual([
      ["111111111111", 0.1],
      ["222222222222", 0.1],
      ["999999999999", 1],
    ]);
  });

  test("a region that the prices are listed for is no estimate", () => {
    const { items } = costFor(smallFleet({ "accounts[0].regions": ["us-east-1"] }));
    expect(items.map(({ estimate }) => estimate)).toEqual([false, false]);
  });
});

describe("what happens", () => {
  const subscriptions = [
    { protocol: "email", endpoint: "a@acme.example" },
    { protocol: "email", endpoint: "b@acme.example" },
    { protocol: "https", endpoint: "https://acme.example" },
    { protocol: "sqs", endpoint: "arn:aws:sqs:eu-west-1:111111111111:alerts" },
  ];

  test("each event is a message to everybody, and an hour of the metric", () => {
    const { metric, email, https, ...standing } = quantities(
      smallFleet({ "accounts[0].subscriptions": subscriptions }),
      { events: 73, gigabytes: 9 },
    );
    expect({ metric, email, https }).toEqual({ metric: 0.1, email: 146, https: 73 });
    expect(standing).toEqual({ alarm: 1, key: 1 });
  });

  test("a metric costs no more than a month of it", () => {
    expect(quantities(smallFleet(), { events: 10_000, gigabytes: 0 })).toMatchObject({ metric: 1 });
  });

  test("the subscribers of a hub hear of every member", () => {
    expect(quantities(hubFleet(), { events: 5, gigabytes: 0 })).toMatchObject({ email: 10 });
  });

  test("a made trail takes in and keeps what it records", () => {
    const config = smallFleet({ "accounts[0].trail": { create: {} } });
    expect(quantities(config, { events: 0, gigabytes: 20 })).toMatchObject({
      logsIngested: 20,
      logsKept: 20,
      bucketKept: 20,
    });
  });
});

describe("what is free", () => {
  test("the first ten alarms of an organization", () => {
    const { free, kinds } = costFor({ ...layeredFleet(), accounts: accounts(25) });
    expect(free).toBeCloseTo(10 * PRICES.alarm.usd);
    expect(kinds.map(({ kind, free: ofIt }) => [kind, ofIt])).toEqual([
      ["alarm", 1],
      ["key", 0],
    ]);
  });

  test("no more than there is", () => {
    expect(costFor(smallFleet()).free).toBeCloseTo(PRICES.alarm.usd);
  });
});

test("sums agree, whichever way they are taken", () => {
  const { items, accounts: byAccount, kinds, total } = costFor(layeredFleet(), { events: 7, gigabytes: 3 });
  const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
  for (const way of [items.map(({ usd }) => usd), byAccount.map((one) => one.total), kinds.map((one) => one.total)]) {
    expect(sum(way)).toBeCloseTo(total.total, 10);
  }
});

test("every type that a stack holds has an entry: a new one goes into modules/cost/kinds.ts", () => {
  const types = EXAMPLES.flatMap(({ file, golden }) => {
    const read = readConfig(file);
    return read.ok
      ? resolve(read.config).flatMap(({ stackId }) => typesIn(path.join(golden, `${stackId}.tf.json`)))
      : [];
  });
  const resources = [...new Set(types)].filter((type) => !type.startsWith("data."));
  expect(resources.length).toBeGreaterThan(15);
  expect(resources.filter((type) => !Object.hasOwn(CHARGED_AS, type))).toEqual([]);
});

test("every kind is what some type is charged as", () => {
  expect([...new Set(Object.values(CHARGED_AS).flat())].sort()).toEqual(Object.keys(KINDS).sort());
});

describe("the pages say the same", () => {
  const hundred = accounts(100);
  const own = costFor({ ...layeredFleet(), accounts: hundred });
  const hub = "100000000000";
  const defaults = { ...layeredFleet().defaults, topic: { hub } };
  const topologies = [
    own,
    costFor({
      ...layeredFleet(),
      defaults,
      accounts: hundred.map((account) => (account.id === hub ? { ...account, topic: {} } : account)),
    }),
    costFor(smallFleet({ "accounts[0].trail": { logGroup: "trail", organization: true } })),
  ];

  test("docs/topologies.md", () => {
    const [, ...cells] =
      /^\| cost a month, 100 accounts, one region \|(.*)\|$/m.exec(readFileSync("docs/topologies.md", "utf8")) ?? [];
    expect(cells[0]?.split("|").map((cell) => Number.parseFloat(cell))).toEqual(
      topologies.map(({ total }) => Number(total.total.toFixed(2))),
    );
  });

  test("the README", () => {
    const rows = [
      ...readFileSync("README.md", "utf8").matchAll(/^\| \*\*(.+?)\*\* \| +\| \*\*(.+?)\*\* \| \*\*(.+?)\*\* \|$/gm),
    ];
    const most = { events: 730, gigabytes: 0 };
    const silent = (count: number) => ({
      ...layeredFleet({ "defaults.subscriptions": [] }),
      accounts: accounts(count),
    });
    expect(rows.map(([, what, one, many]) => [what, Number(one), Number(many)])).toEqual(
      [["a quiet month", QUIET] as const, ["at most, in the first year", most] as const].map(([what, assumed]) => [
        what,
        ...[1, 100].map((count) => Number(costFor(silent(count), assumed).total.total.toFixed(2))),
      ]),
    );
  });
});
