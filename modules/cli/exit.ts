/** What a command's exit code says. */
export const EXIT = {
  fine: 0,
  /** Something failed, or a check found something. */
  failed: 1,
  /** Wrong use, or a config with problems. */
  wrong: 2,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
