import { CloudFormationClient } from "@aws-sdk/client-cloudformation";
import { CloudTrailClient } from "@aws-sdk/client-cloudtrail";
import { CloudWatchClient } from "@aws-sdk/client-cloudwatch";
import { CloudWatchLogsClient } from "@aws-sdk/client-cloudwatch-logs";
import { EventBridgeClient } from "@aws-sdk/client-eventbridge";
import { IAMClient } from "@aws-sdk/client-iam";
import { KMSClient } from "@aws-sdk/client-kms";
import { S3Client } from "@aws-sdk/client-s3";
import { SchedulerClient } from "@aws-sdk/client-scheduler";
import { SNSClient } from "@aws-sdk/client-sns";
import { SQSClient } from "@aws-sdk/client-sqs";
import { AssumeRoleCommand, STSClient } from "@aws-sdk/client-sts";
import type { Emulator } from "./emulator";
import { type Caller, secretAccessKey } from "./environment";

/** One account in one region, as its own root sees it: never through a role that a stack uses. */
export interface Account extends Caller {
  readonly cloudformation: CloudFormationClient;
  readonly cloudtrail: CloudTrailClient;
  readonly cloudwatch: CloudWatchClient;
  readonly events: EventBridgeClient;
  readonly kms: KMSClient;
  readonly logs: CloudWatchLogsClient;
  readonly iam: IAMClient;
  readonly s3: S3Client;
  readonly scheduler: SchedulerClient;
  readonly sns: SNSClient;
  readonly sqs: SQSClient;
}

/** The clients of one account in one region. */
export function openAccount(emulator: Emulator, { account, region }: Caller): Account {
  const credentials = emulator.kind === "moto" ? () => assumedIn(account, emulator) : rootOf(account);
  const config = { region, endpoint: emulator.url, credentials };
  return {
    account,
    region,
    cloudformation: new CloudFormationClient(config),
    cloudtrail: new CloudTrailClient(config),
    cloudwatch: new CloudWatchClient(config),
    events: new EventBridgeClient(config),
    kms: new KMSClient(config),
    logs: new CloudWatchLogsClient(config),
    iam: new IAMClient(config),
    s3: new S3Client({ ...config, forcePathStyle: true }),
    scheduler: new SchedulerClient(config),
    sns: new SNSClient(config),
    sqs: new SQSClient(config),
  };
}

function rootOf(account: string) {
  return { accessKeyId: account, secretAccessKey };
}

async function assumedIn(account: string, { url }: Emulator) {
  const sts = new STSClient({ region: "us-east-1", endpoint: url, credentials: rootOf(account) });
  const request = { RoleArn: `arn:aws:iam::${account}:role/lab`, RoleSessionName: "lab" };
  const { Credentials: issued } = await sts.send(new AssumeRoleCommand(request));
  return {
    accessKeyId: issued?.AccessKeyId ?? "",
    secretAccessKey: issued?.SecretAccessKey ?? "",
    sessionToken: issued?.SessionToken,
  };
}
