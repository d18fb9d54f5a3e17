/** A call that an AWS service makes to a resource. */
export interface ServiceRequest {
  /** The service's principal: `cloudwatch.amazonaws.com`. */
  readonly service: string;
  readonly action: string;
  /** ARN of the resource; without it, AWS has not made it up yet, and only `*` is sure to mean it. */
  readonly resource?: string;
  /** What the service sends for conditions; keys in lower case. */
  readonly context: Readonly<Record<string, string>>;
}
