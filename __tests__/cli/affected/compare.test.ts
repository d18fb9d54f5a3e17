import fc from "fast-check";
import { difference } from "../../../modules/cli/affected/compare";
import { resolve } from "../../../modules/fleet";
import { rightConfig } from "../../support/arbitrary-config";
import { layeredFleet, type Raw } from "../../support/fleet";
import { stackTexts } from "../../support/stacks";
import { targetsOf } from "../../support/targets";

const texts = (config: Raw) => new Map(Object.entries(stackTexts(targetsOf(config))));
const before = texts(layeredFleet());
const [payments, data, other] = ["111111111111-eu-west-1", "222222222222-eu-west-1", "222222222222-us-east-1"].map(
  (id) => `keywatch-${id}`,
) as [string, string, string];

test.each<[string, Raw, object]>([
  ["nothing", layeredFleet(), {}],
  ["an account's name", layeredFleet({ "accounts[0].name": "other" }), {}],
  ["the order of the accounts", layeredFleet({ accounts: [...layeredFleet().accounts].reverse() }), {}],
  [
    "one account's address",
    layeredFleet({ "accounts[0].subscriptions": [{ protocol: "email", endpoint: "other@acme.example" }] }),
    { changed: [payments] },
  ],
  [
    "one region's log group",
    layeredFleet({ 'accounts[1].overrides["us-east-1"].trail.logGroup': "other" }),
    { changed: [other] },
  ],
  ["everybody's tags", layeredFleet({ "defaults.tags.more": "1" }), { changed: [payments, data, other] }],
  ["a tag that is called like a note", layeredFleet({ "accounts[0].tags": { "//": "1" } }), { changed: [payments] }],
  [
    "an account that comes",
    layeredFleet({ "accounts[2]": { id: "333333333333", name: "new" } }),
    { added: ["keywatch-333333333333-eu-west-1"] },
  ],
  ["an account that goes", layeredFleet({ accounts: layeredFleet().accounts.slice(1) }), { left: [payments] }],
  [
    "where the state lies",
    layeredFleet({ state: { type: "local", path: "elsewhere" } }),
    { changed: [payments, data, other] },
  ],
])("a change of %s affects these stacks and no others", (_, config, expected) => {
  expect(difference(before, texts(config))).toEqual({ changed: [], added: [], left: [], ...expected });
});

/** A stack as Terraform reads it, by another way than the product's: every note is cut out of the text by its place. */
const read = (text: string): string => {
  const notes = (node: Raw, depth: number, key: string): Raw => {
    if (node === null || typeof node !== "object" || Array.isArray(node)) return node;
    const isBlock = depth === 0 || (depth === 3 && (key === "resource" || key === "data"));
    const entries = Object.entries(node).filter(([name]) => !(isBlock && name === "//"));
    return Object.fromEntries(
      entries.map(([name, value]) => [name, notes(value, depth + 1, depth === 0 ? name : key)]),
    );
  };
  return JSON.stringify(notes(JSON.parse(text), 0, ""));
};

test("of any two fleets, exactly those stacks are affected of which Terraform would read something else", () => {
  const pair = fc.tuple(rightConfig, rightConfig);
  fc.assert(
    fc.property(pair, ([one, two]) => {
      const [earlier, later] = [
        { ...one, name: "keywatch" },
        { ...two, name: "keywatch" },
      ].map((config) => new Map(Object.entries(stackTexts(resolve(config as never))))) as [
        Map<string, string>,
        Map<string, string>,
      ];
      const { changed, added, left } = difference(earlier, later);
      const expected = [...later].filter(([id, text]) => {
        const was = earlier.get(id);
        return was === undefined || read(was) !== read(text);
      });
      expect([...changed, ...added].sort()).toEqual(expected.map(([id]) => id).sort());
      expect(left).toEqual([...earlier.keys()].filter((id) => !later.has(id)).sort());
    }),
    { numRuns: 15 },
  );
});
