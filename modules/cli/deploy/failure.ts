import type { Complaint } from "./messages";

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
  | "unreachable"
  | "failed";

/** What kept a stack from being deployed. */
export interface Failure {
  readonly kind: FailureKind;
  /** What Terraform says, on one line. */
  readonly message: string;
  readonly remedy: string;
  /** Whether it may pass by itself, so that trying again is worth it. */
  readonly passes: boolean;
}

/** What a failed run of Terraform left to judge it by. */
export interface Remains {
  readonly errors: readonly Complaint[];
  /** The signal that ended it. */
  readonly signal: NodeJS.Signals | null;
  /** Whether it was told to end. */
  readonly interrupted: boolean;
  /** The stack's folder, for commands that a person shall run there. */
  readonly folder: string;
  /** File with all that Terraform said. */
  readonly log: string;
}

interface Rule {
  readonly kind: FailureKind;
  readonly says: RegExp;
  readonly remedy: (remains: Remains) => string;
  readonly passes?: boolean;
}

/** In order: what an error says first of all. */
const RULES: readonly Rule[] = [
  {
    kind: "state-unsaved",
    says: /Failed to (?:save|persist) state|errored\.tfstate/,
    remedy: ({ folder }) =>
      `What was made is in ${folder}/errored.tfstate and not in the state. Before anything else: terraform -chdir=${folder} state push errored.tfstate`,
  },
  {
    kind: "lock-left",
    says: /Error releasing the state lock/,
    remedy: ({ folder, errors }) => `Free it: terraform -chdir=${folder} force-unlock ${lockOf(errors).id ?? "ID"}`,
  },
  {
    kind: "locked",
    says: /Error acquiring the state lock|already locked/,
    remedy: ({ folder, errors }) =>
      `Wait for the other run, or give it longer with --lock-timeout. If nobody is at work there any more: terraform -chdir=${folder} force-unlock ${lockOf(errors).id ?? "ID"}`,
  },
  {
    kind: "stale",
    says: /Saved plan is stale|[Pp]lan file can no longer be applied/,
    remedy: () => "Something was deployed since. Plan and review again.",
  },
  {
    kind: "backend-changed",
    says: /Backend (?:initialization required|configuration changed)|approval for state migration|migrate(?:d)? state/i,
    remedy: () => "The stack kept its state elsewhere before. Move the state first: docs/state.md.",
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
];

/** What the remains of a failed run say. */
export function failureOf(remains: Remains): Failure {
  const text = remains.errors.map(({ summary, detail }) => `${summary} ${detail}`).join("\n");
  const rule = RULES.find(({ says }) => says.test(text));
  const more = remedied(rule, remains);
  if (remains.interrupted && !GRAVE.has(more.kind)) {
    return { kind: "interrupted", message: "Interrupted.", remedy: "Deploy again.", passes: false };
  }
  if (remains.errors.length === 0 && remains.signal) {
    return {
      kind: "killed",
      message: `Terraform was ended by ${remains.signal}.`,
      remedy: "Where memory is short, deploy again with a lower --parallelism. The stack's state may still be locked.",
      passes: false,
    };
  }
  return { ...more, message: messageOf(more.kind, remains) };
}

/** What must be told even of a run that was interrupted. */
const GRAVE: ReadonlySet<FailureKind> = new Set(["state-unsaved", "lock-left"]);

const remedied = (rule: Rule | undefined, remains: Remains): Omit<Failure, "message"> => ({
  kind: rule?.kind ?? "failed",
  remedy: rule?.remedy(remains) ?? `All that Terraform said is in ${remains.log}.`,
  passes: rule?.passes ?? false,
});

function messageOf(kind: FailureKind, { errors, log }: Remains): string {
  const [first, ...others] = errors;
  if (!first) return `Terraform failed without a word; ${log} may tell.`;
  if (kind === "locked") return lockedText(lockOf(errors));
  const text = [first.address, first.summary, first.detail].filter(Boolean).join(": ").replace(/\s+/g, " ");
  return others.length > 0 ? `${text} (and ${others.length} more)` : text;
}

/** Who holds a state, as far as the lock tells. */
interface Lock {
  readonly id?: string;
  readonly who?: string;
  readonly since?: string;
  readonly operation?: string;
}

/** What Terraform writes of a lock: a line each, with two dots and blanks. */
function lockOf(errors: readonly Complaint[]): Lock {
  const text = errors.map(({ detail }) => detail).join("\n");
  const line = (name: string) => new RegExp(`^\\s*${name}:\\s+(\\S.*?)\\s*$`, "m").exec(text)?.[1];
  return {
    id: line("ID"),
    who: line("Who"),
    since: line("Created"),
    operation: line("Operation")
      ?.replace(/^OperationType/, "")
      .toLowerCase(),
  };
}

const lockedText = ({ id, who, since, operation }: Lock): string =>
  who
    ? `The state is locked by ${who} since ${since ?? "some time"}${operation ? ` for ${operation}` : ""}, lock ${id}.`
    : "The state is locked, and the lock does not say by whom.";
