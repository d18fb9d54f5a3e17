import { terraformBinary } from "../../modules/cli/terraform";

test.each([
  ["tofu", { TERRAFORM_BINARY_NAME: "tofu" }],
  ["terraform", { TERRAFORM_BINARY_NAME: "" }],
  ["terraform", {}],
])("the program is %s with %j", (binary, env) => {
  expect(terraformBinary(env)).toBe(binary);
});
