import { pathText, validate } from "../../modules/config";
import { type Changes, type Raw, smallFleet } from "./fleet";

/** A problem in one row: path, message, what was expected, remedy. */
export type ProblemRow = readonly [path: string, message: string, expected: string, remedy: string];

/** What is wrong with a config, each problem as a row. */
export function problemsOf(config: Raw): ProblemRow[] {
  const checked = validate(config);
  return checked.ok
    ? []
    : checked.problems.map(({ path, message, expected, remedy }) => [pathText(path), message, expected, remedy]);
}

/** A wrong config, as what to change in a right one, and all problems that it must have. */
export type WrongRow = readonly [what: string, changes: Changes, ...problems: readonly ProblemRow[]];

/** Tests that each config has exactly its problems. */
export function describeWrong(title: string, rows: readonly WrongRow[], fleet: (changes: Changes) => Raw = smallFleet) {
  describe(title, () => {
    test.each(rows.map(([what, changes, ...problems]) => ({ what, changes, problems })))(
      "$what",
      ({ changes, problems }) => {
        expect(problemsOf(fleet(changes))).toEqual(problems);
      },
    );
  });
}

/** Tests that each config is accepted. */
export function describeRight(
  title: string,
  rows: readonly (readonly [what: string, changes: Changes])[],
  fleet: (changes: Changes) => Raw = smallFleet,
) {
  describe(title, () => {
    test.each(rows)("%s", (_, changes) => {
      expect(problemsOf(fleet(changes))).toEqual([]);
    });
  });
}
