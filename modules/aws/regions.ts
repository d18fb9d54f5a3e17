/** An AWS partition: a group of regions with accounts, ARNs and credentials of its own. */
export type Partition = "aws" | "aws-cn" | "aws-us-gov";

/**
 * What Keywatch knows of a region. `optIn` regions are off until an account enables them, and STS in them
 * refuses callers that have not.
 */
export interface Region {
  readonly name: string;
  readonly partition: Partition;
  readonly optIn: boolean;
}

/** An always enabled region of each partition, whose STS endpoint every account can call. */
export const HOME_REGION: Readonly<Record<Partition, string>> = {
  aws: "us-east-1",
  "aws-cn": "cn-north-1",
  "aws-us-gov": "us-gov-west-1",
};

const inPartition = (partition: Partition, optIn: boolean, names: string): Region[] =>
  names.split(/\s+/).map((name) => ({ name, partition, optIn }));

/**
 * Every region of the three partitions, as of November 2026.
 * Source: "AWS Regions" and "Enable or disable AWS Regions in your account" in the AWS General Reference.
 */
export const REGIONS: ReadonlyMap<string, Region> = new Map(
  [
    ...inPartition(
      "aws",
      false,
      `ap-northeast-1 ap-northeast-2 ap-northeast-3 ap-south-1 ap-southeast-1 ap-southeast-2 ca-central-1
       eu-central-1 eu-north-1 eu-west-1 eu-west-2 eu-west-3 sa-east-1 us-east-1 us-east-2 us-west-1 us-west-2`,
    ),
    ...inPartition(
      "aws",
      true,
      `af-south-1 ap-east-1 ap-east-2 ap-south-2 ap-southeast-3 ap-southeast-4 ap-southeast-5 ap-southeast-6
       ap-southeast-7 ca-west-1 eu-central-2 eu-south-1 eu-south-2 il-central-1 me-central-1 me-south-1 mx-central-1`,
    ),
    ...inPartition("aws-cn", false, "cn-north-1 cn-northwest-1"),
    ...inPartition("aws-us-gov", false, "us-gov-east-1 us-gov-west-1"),
  ].map((region) => [region.name, region]),
);
