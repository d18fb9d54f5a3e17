import { pathText, readConfig } from "../../../modules/config";
import type { Position } from "../../../modules/config/problem";
import { withFile } from "../../support/config-file";

/** Where each problem of a file stands: `line:column path`. */
const placesIn = (name: string, text: string): string[] =>
  withFile(name, text, (file) => {
    const read = readConfig(file);
    const place = (at?: Position) => (at ? `${at.line}:${at.column}` : "nowhere");
    return read.ok ? [] : read.problems.map(({ path, position }) => `${place(position)} ${pathText(path)}`);
  });

const YAML = `# A fleet in which much is wrong
name: my fleet
defaults: &rest
  regions: [eu-west-1, eu-wst-1]
  tags:
    cost: 42
accounts:
  - name: payments-prod
    id: 111111111111
    trail: { loggroup: trail }
  - id: "222222222222"
    name: >-
      data
      prod
    overrides:
      "us-east-1": {}
zebra:
`;

test("problems of YAML stand at the line and column of their key or element, in the file's order", () => {
  expect(placesIn("fleet.yaml", YAML)).toEqual([
    "2:1 name",
    "4:24 defaults.regions[1]",
    "6:5 defaults.tags.cost",
    "9:5 accounts[0].id",
    // the key that is missing stands nowhere: what holds it does
    "10:5 accounts[0].trail.logGroup",
    "10:14 accounts[0].trail.loggroup",
    "11:5 accounts[1].trail",
    '16:7 accounts[1].overrides["us-east-1"]',
    "17:1 zebra",
  ]);
});

const JSON_TEXT = (indent: string) =>
  JSON.stringify(
    { name: "keywatch", accounts: [{ id: "1", name: "a", regions: ["eu-west-1", "mars"], trail: {} }] },
    null,
    indent,
  );

test.each([
  ["two blanks", "  ", ["5:7 accounts[0].id", "9:9 accounts[0].regions[1]", "11:7 accounts[0].trail.logGroup"]],
  ["tabs", "\t", ["5:4 accounts[0].id", "9:5 accounts[0].regions[1]", "11:4 accounts[0].trail.logGroup"]],
  ["nothing", "", ["1:33 accounts[0].id", "1:76 accounts[0].regions[1]", "1:84 accounts[0].trail.logGroup"]],
])("problems of JSON indented by %s stand where they are", (_, indent, places) => {
  expect(placesIn("fleet.json", JSON_TEXT(indent))).toEqual(places);
});

test.each([
  ["fleet.yaml", "name: keywatch\naccounts: [1, 2\n", "3:1"],
  ["fleet.yaml", "name: keywatch\n\tstate: {}\n", "2:1"],
  ["fleet.yaml", "name: a\nname: b\n", "2:1"],
  ["fleet.yaml", "name: a\n---\nname: b\n", "2:1"],
  ["fleet.json", '{\n  "name": "keywatch"\n  "accounts": []\n}\n', "3:3"],
  ["fleet.json", '{ "name": "keywatch', "1:20"],
])("what is not %s at all (%j) is told at %s", (name, text, place) => {
  expect(placesIn(name, text)).toEqual([`${place} (the whole config)`]);
});

test("an alias of nothing is told as what cannot be parsed", () => {
  withFile("fleet.yaml", "name: *nothing", (file) => {
    const read = readConfig(file);
    expect(!read.ok && read.problems[0]?.message).toMatch(/^The file cannot be parsed: Unresolved alias .*nothing/);
  });
});

test("an empty file is a config in which nothing stands", () => {
  expect(placesIn("fleet.yaml", "")).toEqual(["nowhere (the whole config)"]);
});

test("anchors are followed, and told of where they are used", () => {
  const text = `
name: keywatch
defaults: { regions: [eu-west-1], trail: { logGroup: trail }, tags: &tags { a: b*c } }
accounts:
  - { id: "111111111111", name: a, tags: *tags }
`;
  expect(placesIn("fleet.yaml", text)).toEqual(["3:77 defaults.tags.a", "5:36 accounts[0].tags.a"]);
});
