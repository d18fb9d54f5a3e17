import type { LocatedProblem } from "./load";
import { pathText } from "./problem";

/** The problems of a file, as a person reads them: place, what is wrong, what was expected, how to mend it. */
export function problemReport(file: string, problems: readonly LocatedProblem[]): string {
  const title = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
  return [`${file}: ${title}. Nothing was written.`, ...problems.map((problem) => entry(file, problem))].join("\n\n");
}

function entry(file: string, { path, position, message, expected, remedy }: LocatedProblem): string {
  const place = position ? `${file}:${position.line}:${position.column}  ` : "";
  return [
    `${place}${pathText(path)}`,
    `  ${message}`,
    `  expected: ${expected}`,
    ...(remedy ? [`  to mend it: ${remedy}`] : []),
  ].join("\n");
}

/** The same for machines. */
export function problemData(file: string, problems: readonly LocatedProblem[]) {
  return {
    ok: false,
    file,
    problems: problems.map(({ path, position, message, expected, remedy }) => ({
      path: pathText(path),
      ...position,
      message,
      expected,
      remedy,
    })),
  };
}
