import {
  CreateTrailCommand,
  type EventSelector,
  PutEventSelectorsCommand,
  StartLoggingCommand,
} from "@aws-sdk/client-cloudtrail";
import {
  CloseAccountCommand,
  CreateAccountCommand,
  CreateOrganizationCommand,
  DescribeCreateAccountStatusCommand,
  ListRootsCommand,
  OrganizationsClient,
} from "@aws-sdk/client-organizations";
import { type Account, openAccount } from "../lab/accounts";
import type { Emulator } from "../lab/emulator";
import { secretAccessKey } from "../lab/environment";
import { createBucket } from "../lab/ground";
import { arnOfLogGroup } from "./trail";

/** The account that every access key belongs to that moto does not know. */
export const owner = "123456789012";

/** An organization, whose management account is `owner`. */
export interface Organization {
  readonly id: string;
  /** Id of its root, below which all accounts are. */
  readonly root: string;
  /** Makes an account and returns its id, which nobody can choose. */
  readonly join: (name: string) => Promise<string>;
  readonly close: (id: string) => Promise<unknown>;
}

export async function foundOrganization({ url }: Emulator): Promise<Organization> {
  const credentials = { accessKeyId: "owner", secretAccessKey };
  const client = new OrganizationsClient({ region: "us-east-1", endpoint: url, credentials });
  const { Organization } = await client.send(new CreateOrganizationCommand({ FeatureSet: "ALL" }));
  const { Roots } = await client.send(new ListRootsCommand());
  return {
    id: Organization?.Id ?? "",
    root: Roots?.[0]?.Id ?? "",
    join: async (name) => {
      const made = await client.send(new CreateAccountCommand({ AccountName: name, Email: `${name}@acme.example` }));
      const CreateAccountRequestId = made.CreateAccountStatus?.Id;
      const { CreateAccountStatus } = await client.send(
        new DescribeCreateAccountStatusCommand({ CreateAccountRequestId }),
      );
      return CreateAccountStatus?.AccountId ?? "";
    },
    close: (id) => client.send(new CloseAccountCommand({ AccountId: id })),
  };
}

/** What differs from a trail on which alerts can rest. */
export interface TrailChanges {
  readonly region?: string;
  readonly multiRegion?: boolean;
  readonly organization?: boolean;
  readonly logs?: boolean;
  /** Account of its log group; `null` for none. */
  readonly logGroupOf?: string | null;
  readonly selector?: Partial<EventSelector>;
}

/** Makes a trail that writes to the log group `<name>/events`. */
export async function makeTrail(aws: Emulator, id: string, name: string, changes: TrailChanges = {}): Promise<void> {
  const { region = "eu-west-1", multiRegion = true, organization, logs = true, logGroupOf = id, selector } = changes;
  const account: Account = openAccount(aws, { account: id, region });
  const S3BucketName = `${name}-${id}`;
  await createBucket(account, S3BucketName);
  const { cloudtrail } = account;
  await cloudtrail.send(
    new CreateTrailCommand({
      Name: name,
      S3BucketName,
      IsMultiRegionTrail: multiRegion,
      IsOrganizationTrail: organization,
      CloudWatchLogsLogGroupArn: logGroupOf
        ? `${arnOfLogGroup({ ...account, account: logGroupOf }, `${name}/events`)}:*`
        : undefined,
    }),
  );
  if (logs) await cloudtrail.send(new StartLoggingCommand({ Name: name }));
  const all: EventSelector = { ReadWriteType: "All", IncludeManagementEvents: true, ExcludeManagementEventSources: [] };
  await cloudtrail.send(new PutEventSelectorsCommand({ TrailName: name, EventSelectors: [{ ...all, ...selector }] }));
}
