import { pathText } from "../../modules/config";
import { shown, valueAt } from "../../modules/config/problem";
import { parsePath } from "../support/paths";

test.each([
  [[], "(the whole config)"],
  [["name"], "name"],
  [["accounts", 0, "id"], "accounts[0].id"],
  [["accounts", 1, "overrides", "us-east-1", "tags", "$_a1"], 'accounts[1].overrides["us-east-1"].tags.$_a1'],
  [["defaults", "controls", "cis-4.7"], 'defaults.controls["cis-4.7"]'],
  [["defaults", "tags", 'a"b'], 'defaults.tags["a\\"b"]'],
])("the path %j is written as %s", (path, text) => {
  expect(pathText(path)).toBe(text);
});

test("tests read paths as they are written", () => {
  const text = 'accounts[1].overrides["us-east-1"].controls["cis-4.7"].alarm';
  expect(pathText(parsePath(text))).toBe(text);
});

test.each([
  ["x", '"x"'],
  [{ a: [null, 1] }, '{"a":[null,1]}'],
  [undefined, "undefined"],
  ["v".repeat(78), `"${"v".repeat(78)}"`],
  ["v".repeat(79), `"${"v".repeat(76)}...`],
])("the value %j is shown as %s", (value, text) => {
  expect(shown(value)).toBe(text);
});

test.each([
  [["a", 1, "b"], "c"],
  [["a", 0, "b"], undefined],
  [["a", 1, "b", "length"], undefined],
  [["x", "y"], undefined],
])("the value at %j is %j", (path, value) => {
  expect(valueAt({ a: [null, { b: "c" }] }, path)).toBe(value);
});
