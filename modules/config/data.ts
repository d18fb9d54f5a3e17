import type { Path, Problem } from "./problem";

/** The largest number that CloudWatch takes, and far below those that CDKTF takes for tokens. */
const MOST = 2 ** 360;

/** What stands in a config and is no data, such as a function: it could not be told of, compared or written down. */
export function dataProblems(value: unknown, path: Path = [], around: readonly unknown[] = []): Problem[] {
  const what = around.includes(value) ? "A value that holds itself" : strangeness(value);
  if (what !== undefined) {
    return [
      {
        path,
        message: `${what} cannot stand here.`,
        expected: "data as JSON has it: texts, numbers up to 2^360, true, false, lists and groups of settings",
        remedy: "Write the value itself.",
      },
    ];
  }
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, entry]) =>
    dataProblems(entry, [...path, Array.isArray(value) ? Number(key) : key], [...around, value]),
  );
}

function strangeness(value: unknown): string | undefined {
  if (value === null || Array.isArray(value)) return undefined;
  switch (typeof value) {
    case "object": {
      const prototype = Object.getPrototypeOf(value);
      const plain = prototype === null || Object.getPrototypeOf(prototype) === null;
      return plain ? undefined : `A ${prototype.constructor?.name}`;
    }
    case "number":
      return Math.abs(value) <= MOST ? undefined : String(value);
    case "function":
    case "symbol":
    case "bigint":
      return `A ${typeof value}`;
  }
  return undefined;
}
