import { stackOf } from "../support/stacks";

const ROLE = "arn:aws:iam::111111111111:role/deploy";
const providerOf = (role: unknown, region = "eu-west-1", tags?: object) =>
  stackOf({ "accounts[0].role": role, "accounts[0].regions": [region], "accounts[0].tags": tags }).provider.aws;

test.each([
  ["no role", undefined, {}],
  ["a role", ROLE, { assume_role: [{ role_arn: ROLE }] }],
  [
    "a role with options",
    { arn: ROLE, externalId: "x", sessionName: "keywatch", stsRegion: "us-east-2" },
    { sts_region: "us-east-2", assume_role: [{ role_arn: ROLE, external_id: "x", session_name: "keywatch" }] },
  ],
])("with %s, no other account is touched", (_, role, block) => {
  expect(providerOf(role)).toEqual([{ region: "eu-west-1", allowed_account_ids: ["111111111111"], ...block }]);
});

test("the role of an opt-in region is asked for where every account can ask", () => {
  expect(providerOf(ROLE, "me-south-1")[0].sts_region).toBe("us-east-1");
});

test("tags are the provider's default tags, and none where there are none", () => {
  expect(providerOf(ROLE, "eu-west-1", { "Cost Centre": "42" })[0].default_tags).toEqual([
    { tags: { "Cost Centre": "42" } },
  ]);
  expect(providerOf(ROLE, "eu-west-1", {})[0]).not.toHaveProperty("default_tags");
});

test("the versions of the config are required", () => {
  const { required_version, required_providers } = stackOf({
    versions: { terraform: "1.10.5", aws: "~> 6.25" },
  }).terraform;
  expect(required_version).toBe("1.10.5");
  expect(required_providers).toEqual({ aws: { source: "hashicorp/aws", version: "~> 6.25" } });
});
