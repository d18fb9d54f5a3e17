import { defineConfig } from "../../modules/config";

// A company: several accounts and regions, one place that people subscribe to. TypeScript suits it because accounts
// that are alike can be written once.

/** Accounts in production say in the alarm's name, and so in the mail's subject, which one it is. */
const production = (id: string, name: string) => ({
  id,
  name,
  tags: { stage: "prod" },
  controls: { "cis-4.7": { alarm: { name: "KMSCustomerKeyDisableOrDeleteAlarm-{account}" } } },
});

export default defineConfig({
  name: "keywatch",

  // The state of all stacks lies in one bucket, each under <name>/<account>/<region>.tfstate, with a lock file beside it.
  state: { type: "s3", bucket: "acme-terraform-state", region: "eu-west-1" },

  // What holds for every account that does not say otherwise.
  defaults: {
    regions: ["eu-west-1"],
    role: "arn:aws:iam::{account}:role/keywatch-deploy",
    trail: { logGroup: "aws-controltower/CloudTrailLogs" },
    // A topic that exists: the security account below makes it. Its policy must let the alarms of these accounts publish.
    // An alarm reaches only a topic of its own region, so there is one in each region.
    topic: { arn: "arn:aws:sns:{region}:999999999999:security-alerts" },
    tags: { owner: "security" },
  },

  accounts: [
    {
      // Deploy the stacks of this account first: the others use its topics.
      id: "999999999999",
      name: "security",
      regions: ["eu-west-1", "us-east-1"],
      topic: { name: "security-alerts", displayName: "Key alerts" },
      // People subscribe here, once for the whole company.
      subscriptions: [
        { protocol: "email", endpoint: "security@acme.example" },
        // The URL holds a token, so it stays out of every file: give Terraform TF_VAR_PAGER_URL.
        { protocol: "https", endpoint: { fromEnv: "PAGER_URL" }, endpointAutoConfirms: true },
      ],
    },
    production("111111111111", "payments-prod"),
    {
      ...production("222222222222", "data-prod"),
      regions: ["eu-west-1", "us-east-1"],
      // One region of one account can differ in anything but its name.
      overrides: { "us-east-1": { trail: { logGroup: "legacy-trail" }, tags: { trail: "legacy" } } },
    },
    { id: "333333333333", name: "sandbox", controls: { "cis-4.7": { severity: "low" } } },
  ],
});
