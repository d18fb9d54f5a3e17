import type { Account } from "../../lab/accounts";

/** Takes back what was done. */
export type Undo = () => Promise<unknown>;

/** Something that goes wrong in an account. */
export type Fault = (account: Account) => Promise<Undo>;

export interface Statement {
  readonly Sid: string;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

export const edited = (
  policy: string | undefined,
  edit: (statements: readonly Statement[]) => readonly Statement[],
): string => {
  const document = JSON.parse(policy ?? "{}");
  return JSON.stringify({ ...document, Statement: edit(document.Statement) });
};

export const without = (sid: string) => (statements: readonly Statement[]) =>
  statements.filter(({ Sid }) => Sid !== sid);
