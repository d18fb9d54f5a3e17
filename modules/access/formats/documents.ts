import type { Described } from "./described";

/** A file by its name. */
export type Files = Readonly<Record<string, object>>;

/** Each policy as a file of its own, as the AWS CLI takes it. */
export const policyFiles = ({ roles, boundary }: Described): Files =>
  Object.fromEntries([
    ...roles.flatMap(({ kind, trust, policies }) => [
      ...(trust ? [[`${kind}-trust.json`, trust] as const] : []),
      ...policies.map(
        ({ document }, index) => [`${kind}-permissions${index === 0 ? "" : `-${index + 1}`}.json`, document] as const,
      ),
    ]),
    ...(boundary ? [["boundary.json", boundary.document] as const] : []),
  ]);
