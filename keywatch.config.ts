import { defineConfig } from "./modules/config";

// The example fleet. Put your own accounts in its place; `npx keywatch validate` tells what is missing.
export default defineConfig({
  name: "keywatch",
  state: { type: "local" },
  defaults: {
    regions: ["eu-west-1"],
    role: "arn:aws:iam::{account}:role/keywatch-deploy",
    trail: { logGroup: "aws-controltower/CloudTrailLogs" },
    subscriptions: [{ protocol: "email", endpoint: "security@acme.example" }],
    tags: { owner: "security" },
  },
  accounts: [
    { id: "111111111111", name: "payments-prod" },
    {
      id: "222222222222",
      name: "data-prod",
      regions: ["eu-west-1", "us-east-1"],
      overrides: { "us-east-1": { trail: { logGroup: "legacy-trail" } } },
    },
  ],
});
