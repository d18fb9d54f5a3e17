import { organizationStateOf, templateOf } from "../../../modules/cli/states/template";
import { targetOf } from "../../support/targets";

const place = { account: { id: "111111111111", name: "one" }, region: "eu-west-1" };

test.each([
  ["keywatch/111111111111/eu-west-1.tfstate", "keywatch/", "keywatch/222222222222/ap-southeast-2.tfstate"],
  [
    "keywatch-111111111111-eu-west-1/terraform.tfstate",
    "keywatch-",
    "keywatch-222222222222-us-gov-west-1/terraform.tfstate",
  ],
  ["a.b/eu-west-1/111111111111", "a.b/", "a.b/us-east-1/222222222222"],
  ["111111111111/keywatch-111111111111-eu-west-1", "", "222222222222/keywatch-222222222222-eu-west-1"],
])("%s tells the names of all states", (name, prefix, other) => {
  const template = templateOf(name, place);
  expect(template.prefix).toBe(prefix);
  expect(template.pattern.exec(name)?.groups).toMatchObject({ account: "111111111111", region: "eu-west-1" });
  expect(template.pattern.exec(other)?.groups).toMatchObject({ account: "222222222222" });
});

test.each([
  "keywatch/111111111111/eu-west-1.tfstate.tflock",
  "keywatch/bootstrap.tfstate",
  "keywatch/1111/eu-west-1.tfstate",
  "other/111111111111/eu-west-1.tfstate",
  "keywatch/111111111111/eu-west-1xtfstate",
])("%s is no state of the fleet", (name) => {
  expect(templateOf("keywatch/111111111111/eu-west-1.tfstate", place).pattern.test(name)).toBe(false);
});

test("a name that holds neither account nor region is that of one state", () => {
  const { prefix, pattern } = templateOf("keywatch/organization.tfstate", place);
  expect(prefix).toBe("keywatch/organization.tfstate");
  expect(pattern.test("keywatch/organization.tfstate")).toBe(true);
  expect(pattern.test("keywatch/organization.tfstate.tflock")).toBe(false);
});

test("a name that holds an account twice holds the same twice", () => {
  const { pattern } = templateOf("111111111111/keywatch-111111111111-eu-west-1", place);
  expect(pattern.test("222222222222/keywatch-333333333333-eu-west-1")).toBe(false);
});

test.each([
  ["keywatch/111111111111/eu-west-1.tfstate", "keywatch/organization.tfstate"],
  ["/work/state/keywatch/111111111111/eu-west-1.tfstate", "/work/state/keywatch/organization.tfstate"],
  ["keywatch-111111111111-eu-west-1/terraform.tfstate", "keywatch-organization/terraform.tfstate"],
  ["states/111111111111/eu-west-1.tfstate", undefined],
])("beside %s the state of an organization is %s", (name, organization) => {
  expect(organizationStateOf(name, targetOf())).toBe(organization);
});
