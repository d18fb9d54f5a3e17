/** How many resources were, or would be, changed in which way; one that is replaced is added and destroyed. */
export interface Changes {
  readonly added: number;
  readonly changed: number;
  readonly destroyed: number;
  readonly imported: number;
}

export const NO_CHANGES: Changes = { added: 0, changed: 0, destroyed: 0, imported: 0 };

/** All changes together. */
export const sumOf = (all: readonly Changes[]): Changes =>
  all.reduce(
    (sum, { added, changed, destroyed, imported }) => ({
      added: sum.added + added,
      changed: sum.changed + changed,
      destroyed: sum.destroyed + destroyed,
      imported: sum.imported + imported,
    }),
    NO_CHANGES,
  );

export const isNone = (changes: Changes): boolean => Object.values(changes).every((number) => number === 0);
