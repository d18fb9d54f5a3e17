import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { KINDS } from "../../../modules/cli/preflight/claim";
import { claimsOf } from "../../../modules/cli/preflight/claims";
import { readConfig } from "../../../modules/config";
import { resolve, type Target } from "../../../modules/fleet";
import { EXAMPLES, type Example } from "../../support/examples";

/** Types that have no name of their own, or one that many may have. A type that is new in the stacks stands here or has a kind. */
const NAMELESS = [
  "aws_chatbot_slack_channel_configuration", // AWS refuses a second one; its API is not asked
  "aws_chatbot_teams_channel_configuration",
  "aws_cloudwatch_event_bus_policy",
  "aws_cloudwatch_event_target",
  "aws_cloudwatch_query_definition",
  "aws_iam_role_policy",
  "aws_kms_key",
  "aws_s3_bucket_lifecycle_configuration",
  "aws_s3_bucket_ownership_controls",
  "aws_s3_bucket_policy",
  "aws_s3_bucket_public_access_block",
  "aws_s3_bucket_server_side_encryption_configuration",
  "aws_s3_bucket_versioning",
  "aws_sns_topic_policy",
  "aws_sns_topic_subscription",
  "aws_sqs_queue_policy",
];
const NAMED: readonly string[] = Object.values(KINDS).map(({ type }) => type);

const isStack = (file: string) => /-\d{12}-/.test(file);

/** The addresses of all resources in the stacks of an example, by stack. */
const made = ({ golden }: Example) =>
  readdirSync(golden)
    .filter(isStack)
    .map((file) => {
      const { resource = {} } = JSON.parse(readFileSync(path.join(golden, file), "utf8"));
      return {
        stackId: file.replace(".tf.json", ""),
        addresses: Object.entries(resource).flatMap(([type, all]) =>
          Object.keys(all as object).map((name) => `${type}.${name}`),
        ),
      };
    });

const typeOf = (address: string): string => address.split(".")[0] ?? "";

describe.each(EXAMPLES)("the stacks of $name", (example) => {
  const read = readConfig(example.file);
  const targets: readonly Target[] = read.ok ? resolve(read.config) : [];

  test.each(made(example))("$stackId has no name but those that it claims or takes over", ({ stackId, addresses }) => {
    const target = targets.find((one) => one.stackId === stackId) as Target;
    const known = [...claimsOf(target).map(({ address }) => address), ...target.adopted.map(({ to }) => to)];
    expect(addresses.filter((address) => NAMED.includes(typeOf(address))).sort()).toEqual([...new Set(known)].sort());
    expect(addresses.map(typeOf).filter((type) => ![...NAMED, ...NAMELESS].includes(type))).toEqual([]);
  });
});
