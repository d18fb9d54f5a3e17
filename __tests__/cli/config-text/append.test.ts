import { parse } from "yaml";
import { withAccounts } from "../../../modules/cli/config-text";

const entry = { id: "333333333333", name: "new: one", regions: ["eu-west-1"], trail: { logGroup: "trail" } };
const other = { id: "044444444444", name: "other" };
const FLOW = '{ id: "333333333333", name: "new: one", regions: [ eu-west-1 ], trail: { logGroup: trail } }';

/** A text before and after, given one in which `-` begins lines of before, `+` lines of after, and a blank lines of both. */
function inserted(marked: string): { before: string; after: string } {
  const lines = marked.split("\n");
  const plain = (line: string) => line.replace(/^[ +-]/, "");
  return {
    before: lines
      .filter((line) => !line.startsWith("+"))
      .map(plain)
      .join("\n"),
    after: lines
      .filter((line) => !line.startsWith("-"))
      .map(plain)
      .join("\n"),
  };
}

const YAML: readonly (readonly [string, string])[] = [
  [
    "entries on a line, with comments in between and behind",
    `
 # the fleet
 name:   keywatch   # oddly spaced
 accounts: # all of them
   # payments
   - { id: "111111111111",   name: payments } # stays as it is
+  - ${FLOW}

 # who has left
 retired:
   - { id: "222222222222", name: old }
`,
  ],
  [
    "entries on lines, the last with a commented setting",
    `
 accounts:
   - id: "111111111111"
     name: payments # a comment

   - id: "222222222222"
     name: data # another
     # regions: [us-east-1]
+  - id: "333333333333"
+    name: "new: one"
+    regions: [ eu-west-1 ]
+    trail: { logGroup: trail }
   # next to come: 444444444444
 rollout: {}
`,
  ],
  [
    "no indentation",
    `
 accounts:
 - id: "111111111111"
   tags: { owner: security }
+- id: "333333333333"
+  name: "new: one"
+  regions: [ eu-west-1 ]
+  trail: { logGroup: trail }
 versions: {}
`,
  ],
  [
    "a block of text at the end",
    `
 accounts:
   - id: "111111111111"
     name: |-
       payments
+  - id: "333333333333"
+    name: "new: one"
+    regions: [ eu-west-1 ]
+    trail: { logGroup: trail }

 rollout: {}
`,
  ],
  [
    "brackets over lines",
    `
 accounts: [
   { id: "111111111111" }, # one
-  { id: "222222222222" } # two
+  { id: "222222222222" }, # two
+  ${FLOW}
 ]
`,
  ],
  [
    "brackets with a comma at the end",
    `
 accounts: [
   { id: "111111111111" },
   { id: "222222222222" }, # two
+  ${FLOW},
 ]
`,
  ],
  [
    "brackets on one line",
    `
-accounts: [{ id: "111111111111" }] # short
+accounts: [{ id: "111111111111" }, ${FLOW}] # short
`,
  ],
  [
    "a list that is the whole file",
    `
 # reviewed by security
 - { id: "111111111111" }
+- ${FLOW}
`,
  ],
  [
    "anchors and merges",
    `
 common: &common { regions: [eu-west-1] }
 accounts:
   - { <<: *common, id: "111111111111" }
+  - ${FLOW}
`,
  ],
];

describe("an account is added to YAML of", () => {
  test.each(YAML)("%s", (_, marked) => {
    const { before, after } = inserted(marked);
    expect(withAccounts(before, [entry], false)).toBe(after);
  });

  test.each(YAML)("%s, in a file with line ends of Windows", (_, marked) => {
    const { before, after } = inserted(marked);
    const windows = (text: string) => text.replaceAll("\n", "\r\n");
    expect(withAccounts(windows(before), [entry], false)).toBe(windows(after));
  });
});

test("several accounts are added in their order", () => {
  const text = 'accounts:\n  - { id: "1" }';
  expect(withAccounts(text, [entry, other], false)).toBe(
    `${text}\n  - ${FLOW}\n  - { id: "044444444444", name: other }\n`,
  );
});

test.each([
  ["", false],
  ["# nothing yet\n", false],
  ["[]\n", false],
  ["", true],
  ["[]\n", true],
])("the first ones are added to %j", (text, json) => {
  const added = withAccounts(text, [entry, other], json) ?? "";
  expect(added).toContain(text.replace("[]\n", ""));
  expect(json ? JSON.parse(added) : parse(added)).toEqual([entry, other]);
});

describe("an account is added to JSON", () => {
  test.each(["  ", "    ", "\t"])("with its own indentation, %j", (unit) => {
    const config = { name: "keywatch", accounts: [{ id: "111111111111" }], retired: [] };
    const text = `${JSON.stringify(config, null, unit)}\n`;
    const added = { ...config, accounts: [...config.accounts, entry, other] };
    expect(withAccounts(text, [entry, other], true)).toBe(`${JSON.stringify(added, null, unit)}\n`);
  });

  test("on a line each where the others are", () => {
    const text = '{\n  "accounts": [\n    { "id": "111111111111" }\n  ]\n}\n';
    expect(withAccounts(text, [other], true)).toBe(
      '{\n  "accounts": [\n    { "id": "111111111111" },\n    { "id": "044444444444", "name": "other" }\n  ]\n}\n',
    );
  });

  test("without any line end", () => {
    expect(withAccounts('{"accounts":[{"id":"1"}]}', [other], true)).toBe(
      '{"accounts":[{"id":"1"}, { "id": "044444444444", "name": "other" }]}',
    );
  });
});

test.each([YAML[0]?.[1] ?? "", "[]", "# nothing"])("nothing to add leaves every byte: %j", (text) => {
  expect(withAccounts(text, [], false)).toBe(text);
});

test.each([
  ["has no accounts", "name: keywatch\n"],
  ["takes them from an anchor", 'all: &all [{ id: "1" }]\naccounts: *all\n'],
  ["cannot be parsed", "accounts: [\n"],
  ["is a text alone", "accounts\n"],
])("a file that %s is not added to", (_, text) => {
  expect(withAccounts(text, [entry], false)).toBeUndefined();
});
