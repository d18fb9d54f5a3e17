/** What something costs, in USD. */
export interface Price {
  readonly usd: number;
  /** What is paid for. */
  readonly per: string;
  /** How much of it AWS gives an organization for nothing each month. */
  readonly free?: number;
  readonly source: string;
}

/** When the prices were looked up. */
export const PRICES_OF = "November 2026";

/** The regions that the prices are listed for. Others differ a little, most by less than a quarter; China is billed in CNY. */
export const PRICED_REGIONS: readonly string[] = ["us-east-1", "us-east-2", "us-west-2"];

const CLOUDWATCH = "https://aws.amazon.com/cloudwatch/pricing/";
const KMS = "https://aws.amazon.com/kms/pricing/";
const SNS = "https://aws.amazon.com/sns/pricing/";
const S3 = "https://aws.amazon.com/s3/pricing/";
const CLOUDTRAIL = "https://aws.amazon.com/cloudtrail/pricing/";

/** List prices. A month is one of AWS's bills; what is new or gone within it is charged by the hour. */
export const PRICES = {
  alarm: { usd: 0.1, per: "alarm and month", free: 10, source: CLOUDWATCH },
  /** Of the first 10,000; charged for the hours in which it reports. */
  metric: { usd: 0.3, per: "metric and month", free: 10, source: CLOUDWATCH },
  dashboard: { usd: 3, per: "dashboard and month", free: 3, source: CLOUDWATCH },
  logsRead: { usd: 0.005, per: "GB that a query reads", free: 5, source: CLOUDWATCH },
  keyRequests: { usd: 0.03, per: "10,000 requests to KMS", source: KMS },
  key: { usd: 1, per: "customer managed key and month", source: KMS },
  /** Added at the first and at the second yearly rotation, and no more after that. */
  keyRotation: { usd: 1, per: "rotated key and month", source: KMS },
  email: { usd: 0.00002, per: "email", free: 1000, source: SNS },
  https: { usd: 0.0000006, per: "HTTPS delivery", free: 100_000, source: SNS },
  logsIngested: { usd: 0.5, per: "GB that a log group takes in", free: 5, source: CLOUDWATCH },
  logsKept: { usd: 0.03, per: "GB and month that a log group keeps", source: CLOUDWATCH },
  bucketKept: { usd: 0.023, per: "GB and month that a bucket keeps", source: S3 },
  /** Where another trail records the account already; the first copy is free. */
  furtherEvents: { usd: 2, per: "100,000 management events", source: CLOUDTRAIL },
} as const satisfies Record<string, Price>;
