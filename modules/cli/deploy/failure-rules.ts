import { lockOf } from "./lock";
import type { Remains } from "./remains";

/** Why a stack failed, as far as it helps to mend it. */
export type FailureKind =
  | "interrupted"
  | "killed"
  | "state-unsaved"
  | "lock-left"
  | "locked"
  | "stale"
  | "not-planned"
  | "backend-changed"
  | "no-value"
  | "throttled"
  | "credentials"
  | "wrong-account"
  | "denied"
  | "exists"
  | "service"
  | "provider-ended"
  | "unreachable"
  | "failed";

/** What a failure is called, and how it is mended. */
export interface Rule {
  readonly kind: FailureKind;
  readonly says: RegExp;
  readonly remedy: (remains: Remains) => string;
  readonly passes?: boolean;
}

/** The command that breaks the lock. */
const unlock = ({ binary, folder, errors }: Remains): string =>
  `${binary} -chdir=${folder} force-unlock ${lockOf(errors).id ?? "ID"}`;

/** The failures that Terraform tells of, the gravest first: the first that its words fit is meant. */
export const RULES: readonly Rule[] = [
  {
    kind: "state-unsaved",
    says: /Failed to (?:save|persist) state|errored\.tfstate/,
    remedy: ({ folder, binary }) =>
      `What was made is in ${folder}/errored.tfstate and not in the state. Before anything else: ${binary} -chdir=${folder} state push errored.tfstate`,
  },
  {
    kind: "lock-left",
    says: /Error releasing the state lock/,
    remedy: (remains) => `Free it: ${unlock(remains)}`,
  },
  {
    kind: "locked",
    says: /acquiring the state lock.*(?:Lock Info:|PreconditionFailed|ConditionalCheckFailed|already locked)/s,
    remedy: (remains) =>
      `Wait for the other run, or give it longer with --lock-timeout. If nobody is at work there any more: ${unlock(remains)}`,
  },
  {
    kind: "stale",
    says: /Saved plan is stale|[Pp]lan file can no longer be applied/,
    remedy: () => "Something was deployed since. Plan and review again.",
  },
  {
    kind: "backend-changed",
    says: /Backend (?:initialization required|configuration changed)|approval for state migration|migrate(?:d)? state/i,
    remedy: ({ folder }) =>
      `The stack kept its state elsewhere before: move the state first, as docs/state.md tells. If another engine worked here before, remove ${folder}/.terraform and deploy again.`,
  },
  {
    kind: "no-value",
    says: /No value for required variable/,
    remedy: () => "Set TF_VAR_<name> in the environment for each { fromEnv } of the config.",
  },
  {
    kind: "throttled",
    says: /Throttl|Rate exceeded|TooManyRequests|RequestLimitExceeded|SlowDown/,
    remedy: () => "Deploy again, with a lower --parallelism.",
    passes: true,
  },
  {
    kind: "wrong-account",
    says: /AWS account ID not allowed/,
    remedy: () => "Name a `role` of the account in the config, or use the account's own credentials.",
  },
  {
    kind: "credentials",
    says: /ExpiredToken|InvalidClientTokenId|UnrecognizedClient|No valid credential sources|SignatureDoesNotMatch/,
    remedy: () => "Get fresh credentials, and look whether the region is enabled in the account.",
  },
  {
    kind: "denied",
    says: /AccessDenied|AuthorizationError|UnauthorizedOperation|not authorized to perform/,
    remedy: () => "Give the role what docs/iam lists, and let the caller assume it.",
  },
  {
    kind: "exists",
    says: /AlreadyExists|already exists/,
    remedy: () => "Take over what exists with `adopt`, or remove it.",
  },
  {
    kind: "unreachable",
    says: /connection (?:refused|reset)|no such host|i\/o timeout|TLS handshake timeout|Failed to query available provider packages/,
    remedy: () => "Look at the network, the proxy and AWS_ENDPOINT_URL, and deploy again.",
    passes: true,
  },
  {
    kind: "service",
    says: /StatusCode: 5\d\d|InternalError|InternalFailure|ServiceUnavailable/,
    remedy: () => "Deploy again later; health.aws.amazon.com tells of disturbances.",
    passes: true,
  },
  {
    kind: "provider-ended",
    says: /Plugin did not respond|plugin process exited|transport is closing/,
    remedy: () => "Where memory is short, deploy again with a lower --parallelism.",
    passes: true,
  },
];
