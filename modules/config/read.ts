import { type Loaded, type LocatedProblem, load, loadText, type Source } from "./load";
import type { Problem } from "./problem";
import type { Config } from "./schema";
import { validate } from "./validate";

/** A config file that holds, or everything that is wrong with it, with places. */
export type ReadConfig =
  | { readonly ok: true; readonly file: string; readonly config: Config }
  | { readonly ok: false; readonly file: string; readonly problems: readonly LocatedProblem[] };

/** Loads and checks a config file. Nothing is thrown for what a user can mend. */
export const readConfig = (file: string): ReadConfig => checked(file, load(file));

/** Checks what a YAML or JSON file would hold, before it is written. */
export const readConfigText = (file: string, text: string): ReadConfig => checked(file, loadText(file, text));

function checked(file: string, loaded: Loaded): ReadConfig {
  if (!loaded.ok) return { ok: false, file, problems: [loaded.problem] };
  const { raw, positionOf } = loaded.source;
  const result = validate(raw);
  if (result.ok) return { ok: true, file, config: result.config };
  return { ok: false, file, problems: located(result.problems, positionOf) };
}

/** Problems with their places, as one reads the file; what has no place keeps its order. */
export const located = (problems: readonly Problem[], positionOf: Source["positionOf"]): readonly LocatedProblem[] =>
  problems.map((problem) => ({ ...problem, position: positionOf(problem.path) })).sort(byPosition);

const byPosition = ({ position: a }: LocatedProblem, { position: b }: LocatedProblem): number =>
  a && b ? a.line - b.line || a.column - b.column : 0;
