/** An event as EventBridge carries it. Source: EventBridge User Guide, "AWS service event metadata". */
export interface BusEvent {
  readonly source: string;
  readonly "detail-type": string;
  readonly account: string;
  readonly region: string;
  readonly time: string;
  readonly detail: unknown;
}

/** CloudTrail's record of a call, as far as its envelope needs it. */
export interface TrailRecord {
  readonly eventSource?: string;
  readonly eventTime?: string;
  readonly awsRegion?: string;
  readonly recipientAccountId?: string;
}

/** A call's detail-type. Source: EventBridge User Guide, "AWS service events delivered via AWS CloudTrail". */
export const API_CALL = "AWS API Call via CloudTrail";

/** The event in which EventBridge carries CloudTrail's record of a call. */
export const eventOf = (record: TrailRecord): BusEvent => ({
  source: `aws.${(record.eventSource ?? "").replace(/\.amazonaws\.com$/, "")}`,
  "detail-type": API_CALL,
  account: record.recipientAccountId ?? "",
  region: record.awsRegion ?? "",
  time: record.eventTime ?? "",
  detail: record,
});
