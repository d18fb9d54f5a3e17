import { fill, PLACEHOLDERS } from "../../modules/aws";

const place = { account: "111111111111", region: "eu-west-1", partition: "aws", stack: "keywatch-x" } as const;

test.each([
  ["{account} {region} {partition} {stack}", "111111111111 eu-west-1 aws keywatch-x"],
  ["{account}{account}", "111111111111111111111111"],
  ["{Account} {id} {{region}} ${account}", "{Account} {id} {eu-west-1} $111111111111"],
  ["{constructor} {toString} $& $1", "{constructor} {toString} $& $1"],
])("%s becomes %s", (template, text) => {
  expect(fill(template, place)).toBe(text);
});

test("what a value holds is not filled in again", () => {
  expect(fill("{stack}", { ...place, stack: "{region} $&" })).toBe("{region} $&");
});

test("every placeholder that is offered is filled in", () => {
  expect(PLACEHOLDERS.map((placeholder) => fill(placeholder, place))).not.toContainEqual(expect.stringContaining("{"));
});
