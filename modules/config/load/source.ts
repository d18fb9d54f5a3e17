import type { Path, Position, Problem } from "../problem";

/** What a config file holds, before anything is checked. */
export interface Source {
  /** The file as it was named. */
  readonly file: string;
  readonly raw: unknown;
  /** Where the value at a path stands, or what is nearest around it; undefined in TypeScript. */
  readonly positionOf: (path: Path) => Position | undefined;
}

/** A problem with its place in the file. */
export interface LocatedProblem extends Problem {
  readonly position?: Position;
}

/** A file that could be read, or why it could not. */
export type Loaded =
  | { readonly ok: true; readonly source: Source }
  | { readonly ok: false; readonly problem: LocatedProblem };

/** A file that cannot be read at all. */
export const unreadable = (message: string, expected: string, remedy: string, position?: Position): Loaded => ({
  ok: false,
  problem: { path: [], message, expected, remedy, position },
});
