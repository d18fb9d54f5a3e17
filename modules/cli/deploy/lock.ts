import type { Complaint } from "./messages";

/** Who holds a state, as far as the lock tells. */
export interface Lock {
  readonly id?: string;
  readonly who?: string;
  readonly since?: string;
  readonly operation?: string;
}

/** What Terraform writes of a lock: a line each, with two dots and blanks. */
export function lockOf(errors: readonly Complaint[]): Lock {
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

/** Who holds it, for people. */
export const lockedText = ({ id, who, since, operation }: Lock): string =>
  who
    ? `The state is locked by ${who} since ${since ?? "some time"}${operation ? ` for ${operation}` : ""}, lock ${id}.`
    : "The state is locked, and the lock does not say by whom.";
