import { secretAccessKey } from "../lab/environment";

/** A stack as synthesized, as far as it is changed here. */
interface Stack {
  readonly provider: { readonly aws: readonly object[] };
  readonly resource: Readonly<Record<string, Readonly<Record<string, object>>>>;
}

const trust = (Service: string): string =>
  JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Deny", Principal: { Service }, Action: "sts:AssumeRole" }],
  });

/** A key that its account's roles may use as far as IAM lets them. */
const keyPolicy = (account: string): string =>
  JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      {
        Sid: "Before",
        Effect: "Allow",
        Principal: { AWS: `arn:aws:iam::${account}:root` },
        Action: "kms:*",
        Resource: "*",
      },
    ],
  });

/** What resources were before, by type: set by an earlier config or version, or by hand. */
const before = (account: string): Readonly<Record<string, object>> => ({
  aws_cloudtrail: { enable_log_file_validation: false, event_selector: [{ read_write_type: "WriteOnly" }] },
  aws_cloudwatch_log_group: { kms_key_id: undefined, retention_in_days: 400 },
  aws_iam_role: {
    description: "before",
    assume_role_policy: trust("ec2.amazonaws.com"),
    permissions_boundary: undefined,
  },
  aws_kms_alias: { target_key_id: "${aws_kms_key.alerts.key_id}" },
  aws_kms_key: { description: "before", policy: keyPolicy(account), is_enabled: false },
  aws_scheduler_schedule: { description: "before" },
  aws_sns_topic: { display_name: "before" },
  aws_sns_topic_subscription: { raw_message_delivery: true },
});

/** The stack as it was before, made by the account's own root: all that an update can change is different. */
export const earlier = ({ provider: { aws }, resource, ...stack }: Stack, account: string): object => ({
  ...stack,
  provider: { aws: aws.map((provider) => ({ ...provider, ...byRoot(account), ...TAGGED })) },
  resource: Object.fromEntries(
    Object.entries(resource).map(([type, all]) => [
      type,
      Object.fromEntries(Object.entries(all).map(([name, one]) => [name, { ...one, ...before(account)[type] }])),
    ]),
  ),
});

const TAGGED = { default_tags: [{ tags: { team: "before" } }] };

const byRoot = (account: string): object => ({
  access_key: account,
  secret_key: secretAccessKey,
  assume_role: undefined,
});
