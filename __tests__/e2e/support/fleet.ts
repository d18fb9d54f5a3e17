import type { Raw } from "../../support/fleet";
import { type Account, openAccount } from "../lab/accounts";
import type { Emulator } from "../lab/emulator";
import { type Caller, emulatedEnvironment } from "../lab/environment";
import { createBucket, createLogGroup, createQueue } from "../lab/ground";
import type { Holdings } from "../lab/holdings";

/** Who runs the deploys, and owns the bucket of the state. */
export const management: Caller = { account: "999999999999", region: "eu-west-1" };

/** The accounts of the test fleets. */
export const [payments, data] = ["111111111111", "222222222222"] as const;

export const bucket = "keywatch-state";
export const logGroup = "aws-controltower/CloudTrailLogs";

/** The queue that every target has, as the config and as AWS names it. */
export const queueName = "alerts";
export const queueTemplate = `arn:aws:sqs:{region}:{account}:${queueName}`;
export const queueArn = ({ account, region }: Caller): string => `arn:aws:sqs:${region}:${account}:${queueName}`;

/** An account and region with nothing in it. */
export const nothing: Holdings = { logGroups: [], metricFilters: [], alarms: [], topics: [], subscriptions: [] };

/** The environment of the pipeline that deploys. */
export const pipeline = (aws: Emulator) => emulatedEnvironment(aws, management);

/** What all test fleets have: state in the emulated S3, a role to assume, a trail. */
export const fleetConfig = (aws: Pick<Emulator, "url">, config: Raw): Raw => ({
  name: "keywatch",
  state: {
    type: "s3",
    bucket,
    region: management.region,
    use_path_style: true,
    endpoints: { s3: aws.url, sts: aws.url, iam: aws.url },
  },
  ...config,
  defaults: {
    regions: ["eu-west-1"],
    role: "arn:aws:iam::{account}:role/keywatch-deploy",
    trail: { logGroup },
    subscriptions: [{ protocol: "sqs", endpoint: queueTemplate }],
    ...config.defaults,
  },
});

/** Makes the bucket of the state. */
export const prepareState = (aws: Emulator): Promise<void> => createBucket(openAccount(aws, management), bucket);

/** Makes what a target finds in its account: the log group of the trail and a queue. */
export async function prepareTarget(aws: Emulator, target: Caller): Promise<Account> {
  const account = openAccount(aws, target);
  await Promise.all([createLogGroup(account, logGroup), createQueue(account, queueName)]);
  return account;
}
