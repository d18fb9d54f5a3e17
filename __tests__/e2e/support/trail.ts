import {
  CreateTrailCommand,
  PutEventSelectorsCommand,
  StartLoggingCommand,
  UpdateTrailCommand,
} from "@aws-sdk/client-cloudtrail";
import {
  CreateLogGroupCommand,
  CreateLogStreamCommand,
  DeleteLogStreamCommand,
  PutLogEventsCommand,
  PutRetentionPolicyCommand,
} from "@aws-sdk/client-cloudwatch-logs";
import { CreateKeyCommand } from "@aws-sdk/client-kms";
import type { Account } from "../lab/accounts";
import { createBucket } from "../lab/ground";

export const trailName = "company";
const logStreamName = "events";

export const arnOfLogGroup = ({ region, account }: Account, name: string): string =>
  `arn:aws:logs:${region}:${account}:log-group:${name}`;

/** What a company has before Keywatch: a trail as the benchmark wants it, with an encrypted log group that it wrote to. */
export async function createTrail(account: Account, logGroupName: string): Promise<void> {
  const { KeyMetadata } = await account.kms.send(new CreateKeyCommand({}));
  await createTrailLogGroup(account, logGroupName, KeyMetadata?.Arn);
  const bucket = `trail-${account.account}`;
  await createBucket(account, bucket);
  const { cloudtrail } = account;
  await cloudtrail.send(new CreateTrailCommand({ Name: trailName, S3BucketName: bucket, IsMultiRegionTrail: true }));
  await cloudtrail.send(
    new UpdateTrailCommand({
      Name: trailName,
      EnableLogFileValidation: true,
      CloudWatchLogsLogGroupArn: `${arnOfLogGroup(account, logGroupName)}:*`,
    }),
  );
  await cloudtrail.send(new StartLoggingCommand({ Name: trailName }));
  await selectAll(account);
}

/** Back to the selector that the benchmark asks for. */
export async function selectAll({ cloudtrail }: Account): Promise<void> {
  const EventSelectors = [
    { ReadWriteType: "All" as const, IncludeManagementEvents: true, ExcludeManagementEventSources: [] },
  ];
  await cloudtrail.send(new PutEventSelectorsCommand({ TrailName: trailName, EventSelectors }));
}

/** The log group with an event of now. */
export async function createTrailLogGroup(account: Account, logGroupName: string, kmsKeyId?: string): Promise<void> {
  await account.logs.send(new CreateLogGroupCommand({ logGroupName, kmsKeyId }));
  await account.logs.send(new PutRetentionPolicyCommand({ logGroupName, retentionInDays: 365 }));
  await account.logs.send(new CreateLogStreamCommand({ logGroupName, logStreamName }));
  await putEvent(account, logGroupName, Date.now());
}

/** Leaves the log group with one event, of that time. */
export async function deliverAt(account: Account, logGroupName: string, timestamp: number): Promise<void> {
  await account.logs.send(new DeleteLogStreamCommand({ logGroupName, logStreamName }));
  await account.logs.send(new CreateLogStreamCommand({ logGroupName, logStreamName }));
  await putEvent(account, logGroupName, timestamp);
}

async function putEvent({ logs }: Account, logGroupName: string, timestamp: number): Promise<void> {
  await logs.send(new PutLogEventsCommand({ logGroupName, logStreamName, logEvents: [{ timestamp, message: "{}" }] }));
}
