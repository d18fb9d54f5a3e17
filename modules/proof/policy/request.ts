/** A call that a policy answers. */
interface Call {
  readonly action: string;
  /** ARN of the resource; without it, it is not made up yet or the policy's own, and only `*` is sure to mean it. */
  readonly resource?: string;
  /** What is sent for conditions; keys in lower case. */
  readonly context: Readonly<Record<string, string>>;
}

/** A call of an AWS service. */
export interface ServiceRequest extends Call {
  /** The service's principal: `cloudwatch.amazonaws.com`. */
  readonly service: string;
}

/** A call of a role of an account. */
export interface AccountRequest extends Call {
  /** Id of the account. */
  readonly account: string;
}

/** A call of whoever holds the policy, as an identity's own policy answers it. */
export type HolderRequest = Call;

export type PolicyRequest = ServiceRequest | AccountRequest | HolderRequest;
