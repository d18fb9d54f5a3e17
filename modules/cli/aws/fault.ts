/** Why a call to AWS failed, as far as it helps to mend it. */
export const FAULT_KINDS = [
  "interrupted",
  "timeout",
  "credentials",
  "denied",
  "throttled",
  "unreachable",
  "service",
  "failed",
] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

/** What kept a target from answering. */
export interface Fault {
  readonly kind: FaultKind;
  readonly message: string;
  readonly remedy: string;
}

/** What Keywatch itself finds wrong before or beside a call. */
export class FaultError extends Error {
  override readonly name = "FaultError";
  constructor(readonly fault: Fault) {
    super(fault.message);
  }
}

interface Failure {
  readonly name?: string;
  readonly code?: string;
  readonly message?: string;
  readonly cause?: unknown;
  readonly $fault?: "client" | "server";
  readonly $metadata?: { readonly httpStatusCode?: number };
}

interface Rule {
  readonly kind: FaultKind;
  readonly remedy: string;
  readonly applies: (failure: Failure) => boolean;
}

const named =
  (pattern: RegExp) =>
  ({ name = "", code = "" }: Failure): boolean =>
    pattern.test(name) || pattern.test(code);

const RULES: readonly Rule[] = [
  {
    kind: "credentials",
    remedy: "Get fresh credentials, and look whether the region is enabled in the account.",
    applies: named(
      /ExpiredToken|InvalidClientTokenId|UnrecognizedClient|CredentialsProviderError|InvalidSignature|AWSOrganizationsNotInUse/,
    ),
  },
  {
    kind: "throttled",
    remedy: "Try again with a lower --concurrency.",
    applies: named(/Throttl|TooManyRequests|RequestLimitExceeded|SlowDown|LimitExceeded/),
  },
  {
    kind: "denied",
    remedy: "Give the role what `keywatch permissions` lists for it.",
    applies: (failure) =>
      named(/AccessDenied|AuthorizationError|Unauthorized|NotAuthorized/)(failure) ||
      failure.$metadata?.httpStatusCode === 403,
  },
  {
    kind: "timeout",
    remedy: "Try again, with a higher --timeout or a lower --concurrency.",
    applies: named(/Timeout|ETIMEDOUT/),
  },
  {
    kind: "unreachable",
    remedy: "Look at the network, the proxy and AWS_ENDPOINT_URL.",
    applies: named(/ECONN|ENOTFOUND|EAI_AGAIN|EPIPE|ENETUNREACH|EHOSTUNREACH/),
  },
  {
    kind: "service",
    remedy: "Try again later; health.aws.amazon.com tells of disturbances.",
    applies: ({ $fault, $metadata }) => $fault === "server" || ($metadata?.httpStatusCode ?? 0) >= 500,
  },
];

const INTERRUPTED: Fault = { kind: "interrupted", message: "Interrupted.", remedy: "Run it again." };

/**
 * What an error says about its target.
 *
 * @param signal of the work that failed: what it was aborted for counts more than how the call ended.
 */
export function faultOf(error: unknown, signal?: AbortSignal): Fault {
  if (error instanceof FaultError) return error.fault;
  const failure: Failure = signal?.aborted ? (asFailure(signal.reason) ?? {}) : (asFailure(error) ?? {});
  if (signal?.aborted && !named(/Timeout/)(failure)) return INTERRUPTED;
  const rule = RULES.find(({ applies }) => applies(failure));
  return {
    kind: rule?.kind ?? "failed",
    message: textOf(failure, error),
    remedy: rule?.remedy ?? "Look at the message; if it tells nothing, report it with the command that you ran.",
  };
}

const asFailure = (error: unknown): Failure | undefined =>
  typeof error === "object" && error !== null ? error : undefined;

/** The service's code and its text, on one line. */
const textOf = ({ name, code, message }: Failure, error: unknown): string => {
  const what = name === "Error" || name === undefined ? code : name;
  return [what, message || (what ? undefined : String(error))]
    .filter((part) => part !== undefined)
    .join(": ")
    .replace(/\s+/g, " ");
};
