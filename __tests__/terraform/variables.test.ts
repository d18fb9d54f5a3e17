import { smallFleet } from "../support/fleet";
import { stackOf, stackTexts } from "../support/stacks";
import { targetsOf } from "../support/targets";

const SECRETS = {
  "accounts[0].role": { arn: "arn:aws:iam::{account}:role/deploy", externalId: { fromEnv: "EXTERNAL_ID" } },
  "accounts[0].subscriptions": [
    { protocol: "https", endpoint: { fromEnv: "WEBHOOK" } },
    { protocol: "email", endpoint: { fromEnv: "WEBHOOK" } },
  ],
};

test("what must not stand in a file becomes a sensitive variable, once a name", () => {
  const { variable, provider, resource } = stackOf(SECRETS);
  const secret = (name: string) => ({
    type: "string",
    sensitive: true,
    nullable: false,
    description: `Given as TF_VAR_${name}.`,
  });
  expect(variable).toEqual({ EXTERNAL_ID: secret("EXTERNAL_ID"), WEBHOOK: secret("WEBHOOK") });
  expect(provider.aws[0].assume_role[0].external_id).toBe("${var.EXTERNAL_ID}");
  expect(Object.values(resource.aws_sns_topic_subscription)).toEqual(
    ["email", "https"].map((protocol) => expect.objectContaining({ protocol, endpoint: "${var.WEBHOOK}" })),
  );
});

test("its value is in no stack, even where the environment has it", () => {
  const value = "https://hooks.acme.example/s3cr3t";
  const before = { ...process.env };
  Object.assign(process.env, { WEBHOOK: value, TF_VAR_WEBHOOK: value, EXTERNAL_ID: value, TF_VAR_EXTERNAL_ID: value });
  try {
    expect(Object.values(stackTexts(targetsOf(smallFleet(SECRETS)))).join()).not.toContain("s3cr3t");
  } finally {
    process.env = before;
  }
});

test("without secrets there is no variable", () => {
  expect(stackOf()).not.toHaveProperty("variable");
});
