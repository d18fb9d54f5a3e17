import { writeFileSync } from "node:fs";
import path from "node:path";
import { stringify } from "yaml";
import type { Config } from "../../modules/config";

/** A fleet of one target an account, as a company writes it: a topic, a mail and a web hook each, state in S3. */
export function fleetOf(size: number) {
  return {
    name: "keywatch",
    state: { type: "s3", bucket: "acme-terraform-state", region: "eu-west-1" },
    defaults: {
      regions: ["eu-west-1"],
      role: "arn:aws:iam::{account}:role/keywatch-deploy",
      trail: { logGroup: "aws-controltower/CloudTrailLogs" },
      subscriptions: [
        { protocol: "email", endpoint: "security@acme.example" },
        { protocol: "https", endpoint: "https://alerts.acme.example/keywatch" },
      ],
      tags: { owner: "security" },
    },
    accounts: Array.from({ length: size }, (_, index) => ({
      id: String(111111111111 + index),
      name: `account-${index}`,
    })),
  } satisfies Config;
}

/** Writes the fleet's config as every form that a config may have, and says where. */
export function writeConfigs(folder: string, size: number) {
  const fleet = fleetOf(size);
  const json = JSON.stringify(fleet, null, 2);
  const write = (ending: string, text: string): string => {
    const file = path.join(folder, `fleet-${size}.${ending}`);
    writeFileSync(file, text);
    return file;
  };
  return {
    ts: write(
      "ts",
      `import { defineConfig } from "${path.resolve("modules/config")}";\n\nexport default defineConfig(${json});\n`,
    ),
    yaml: write("yaml", stringify(fleet)),
    json: write("json", json),
  };
}
