import { parse } from "yaml";
import { addAccounts, isData, pasteText } from "../../../modules/cli/discover/add";
import { validate } from "../../../modules/config";
import { smallFleet } from "../../support/fleet";

const entry = (id: string, logGroup = "trail") => ({
  id,
  name: `name-${id[0]}`,
  regions: ["eu-west-1"],
  trail: { logGroup },
});
const [known, fresh] = [entry("111111111111"), entry("222222222222")];

const CONFIG = `\
# yaml-language-server: $schema=./keywatch.schema.json
name: keywatch
defaults:
  regions: [eu-west-1]   # all of them
  trail: { logGroup: trail }
accounts:
  # the first
  - { id: "111111111111", name: payments }
retired:
  - { id: "333333333333", name: sold }
`;

const added = (file: string, text: string, entries: Parameters<typeof addAccounts>[2]) => {
  const result = addAccounts(file, text, entries);
  if (!result.ok) throw new Error(result.message);
  return result;
};

test("a config gets what it does not have, without what its defaults say, and holds", () => {
  const { text, entries } = added("fleet.yaml", CONFIG, [
    known,
    fresh,
    entry("333333333333"),
    entry("444444444444", "other"),
  ]);
  expect(text).toBe(
    CONFIG.replace(
      "payments }\n",
      'payments }\n  - { id: "222222222222", name: name-2 }\n  - { id: "444444444444", name: name-4, trail: { logGroup: other } }\n',
    ),
  );
  expect(entries.length).toBe(2);
  expect(validate(parse(text))).toMatchObject({ ok: true });
});

test("what is added once is not added again: the file stays as it is to the byte", () => {
  const once = added("fleet.yaml", CONFIG, [known, fresh]).text;
  expect(added("fleet.yaml", once, [known, fresh])).toEqual({ ok: true, text: once, entries: [] });
});

test("a JSON config keeps its form", () => {
  const config = smallFleet();
  const text = `${JSON.stringify(config, null, 4)}\n`;
  const all = { ...config, accounts: [...config.accounts, fresh] };
  expect(added("fleet.json", text, [fresh]).text).toBe(`${JSON.stringify(all, null, 4)}\n`);
});

test.each(["accounts.yaml", "accounts.json"])("a list in %s is begun, and added to", (file) => {
  const begun = added(file, "", [known]);
  expect(parse(begun.text)).toEqual([known]);
  expect(parse(added(file, begun.text, [known, fresh]).text)).toEqual([known, fresh]);
});

test("a config that would not hold is refused with its problems", () => {
  const hub = CONFIG.replace("trail: {", 'topic: { hub: "111111111111" }\n  trail: {').replace(
    "name: payments }",
    "name: payments, topic: {} }",
  );
  const result = addAccounts("fleet.yaml", hub, [{ ...fresh, regions: ["us-east-1"] }]);
  expect(result).toMatchObject({
    ok: false,
    message: expect.stringMatching(/^fleet\.yaml: 1 problem\. Nothing was written/),
  });
});

test("a list that does not hold is refused with its problems and their places", () => {
  expect(
    addAccounts("accounts.yaml", '- { id: "1", name: x }\n- { id: "111111111111", nam: x }\n', [fresh]),
  ).toMatchObject({
    ok: false,
    message: expect.stringContaining("accounts.yaml:1:5  [0].id\n"),
  });
});

test.each([
  ["has no accounts of its own", "name: keywatch\nall: &all []\naccounts: *all\n"],
  ["cannot be parsed", "accounts: [\n"],
])("a file that %s is left alone, and the entries are told", (_, text) => {
  expect(addAccounts("fleet.yaml", text, [fresh])).toEqual({
    ok: false,
    message: `fleet.yaml has no list of accounts that can be added to. Nothing was written. To add by hand:\n${pasteText([fresh])}`,
  });
});

test("programs are no data, and get lines to paste", () => {
  expect(["a.ts", "a.mjs", "a.yaml", "a.YML", "a.json"].map(isData)).toEqual([false, false, true, true, true]);
  expect(pasteText([known])).toBe(
    '    { id: "111111111111", name: "name-1", regions: ["eu-west-1"], trail: { logGroup: "trail" } },',
  );
});
