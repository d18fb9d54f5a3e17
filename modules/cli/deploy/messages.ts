import { type Changes, NO_CHANGES, sumOf } from "./changes";

/** What Terraform complains of. */
export interface Complaint {
  readonly summary: string;
  readonly detail: string;
  /** Address of the resource that it is about. */
  readonly address?: string;
}

/** What a run of Terraform said. */
export interface Said {
  /** What it would change, where that is anything; without a resource, outputs alone. */
  readonly planned?: Changes;
  /** What it has changed. */
  readonly made: Changes;
  readonly errors: readonly Complaint[];
}

/**
 * What Terraform's machine-readable lines say. Lines of another kind, such as those of a crash, are passed over.
 *
 * @see https://developer.hashicorp.com/terraform/internals/machine-readable-ui
 */
export function readMessages(text: string): Said {
  const messages = text.split("\n").flatMap(messageIn);
  return {
    planned: messages.some(isChange) ? (summaryOf(messages, "plan") ?? NO_CHANGES) : undefined,
    made: summaryOf(messages, "apply") ?? sumOf(messages.map(madeIn)),
    errors: messages.flatMap(complaintIn),
  };
}

interface Message {
  readonly type?: string;
  readonly changes?: {
    readonly operation: string;
    readonly add: number;
    readonly change: number;
    readonly remove: number;
    readonly import?: number;
  };
  readonly hook?: { readonly action?: string };
  readonly outputs?: Readonly<Record<string, { readonly action?: string }>>;
  readonly diagnostic?: Complaint & { readonly severity: string };
}

function messageIn(line: string): Message[] {
  if (!line.startsWith("{")) return [];
  try {
    return [JSON.parse(line)];
  } catch {
    return [];
  }
}

/** Whether a message tells of something that a plan changes. */
const isChange = ({ type, outputs = {} }: Message): boolean =>
  type === "planned_change" ||
  (type === "outputs" && Object.values(outputs).some(({ action = "noop" }) => action !== "noop"));

/** The numbers that an operation ends with. */
function summaryOf(messages: readonly Message[], operation: string): Changes | undefined {
  const changes = messages.find((message) => message.changes?.operation === operation)?.changes;
  return (
    changes && {
      added: changes.add,
      changed: changes.change,
      destroyed: changes.remove,
      imported: changes.import ?? 0,
    }
  );
}

const COUNTED: Readonly<Record<string, Changes>> = {
  create: { ...NO_CHANGES, added: 1 },
  update: { ...NO_CHANGES, changed: 1 },
  delete: { ...NO_CHANGES, destroyed: 1 },
};

/** An apply that fails ends without numbers: what it did before is counted one by one. */
const madeIn = ({ type, hook }: Message): Changes =>
  (type === "apply_complete" ? COUNTED[hook?.action ?? ""] : undefined) ?? NO_CHANGES;

const complaintIn = ({ diagnostic }: Message): Complaint[] =>
  diagnostic?.severity === "error"
    ? [{ summary: diagnostic.summary, detail: diagnostic.detail, address: diagnostic.address }]
    : [];
