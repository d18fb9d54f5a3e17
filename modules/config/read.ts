import { type LocatedProblem, load } from "./load";
import type { Config } from "./schema";
import { validate } from "./validate";

/** A config file that holds, or everything that is wrong with it, with places. */
export type ReadConfig =
  | { readonly ok: true; readonly file: string; readonly config: Config }
  | { readonly ok: false; readonly file: string; readonly problems: readonly LocatedProblem[] };

/** Loads and checks a config file. Nothing is thrown for what a user can mend. */
export function readConfig(file: string): ReadConfig {
  const loaded = load(file);
  if (!loaded.ok) return { ok: false, file, problems: [loaded.problem] };
  const { raw, positionOf } = loaded.source;
  const checked = validate(raw);
  if (checked.ok) return { ok: true, file, config: checked.config };
  const problems = checked.problems.map((problem) => ({ ...problem, position: positionOf(problem.path) }));
  return { ok: false, file, problems: problems.sort(byPosition) };
}

/** As one reads the file; what has no position keeps its order. */
const byPosition = ({ position: a }: LocatedProblem, { position: b }: LocatedProblem): number =>
  a && b ? a.line - b.line || a.column - b.column : 0;
