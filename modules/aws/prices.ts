/** List prices of us-east-1 in USD, looked up in November 2026; other regions differ a little. */
export const PRICES = {
  /** An alarm of standard resolution, and a metric that reports in every hour, a month. Source: Amazon CloudWatch pricing. */
  alarm: 0.1,
  metric: 0.3,
  /** A dashboard, a month; an account has three for nothing. Source: Amazon CloudWatch pricing. */
  dashboard: 3,
  /** A GB that a query of Logs Insights reads. Source: Amazon CloudWatch pricing. */
  logsRead: 0.005,
  /** 10,000 requests to KMS; 20,000 a month are free. Source: AWS KMS pricing. */
  keyRequests: 0.03,
  /** A customer managed key, a month. Source: AWS KMS pricing. */
  key: 1,
  /** A GB of events that a log group takes in, then what it keeps, a month. Source: Amazon CloudWatch pricing. */
  logsIngested: 0.5,
  logsKept: 0.03,
  /** A GB that a bucket keeps, a month. Source: Amazon S3 pricing. */
  bucketKept: 0.023,
  /** 100,000 management events where another trail records them already; the first copy is free. Source: AWS CloudTrail pricing. */
  furtherEvents: 2,
} as const;
