/** Where something stands in a config: keys and list positions from the top. */
export type Path = readonly (string | number)[];

/** One thing that is wrong with a config, in a form for people and machines. */
export interface Problem {
  readonly path: Path;
  /** What is wrong, as a sentence. */
  readonly message: string;
  /** What was expected in its place. */
  readonly expected: string;
  /** How to mend it. */
  readonly remedy: string;
}

/** A place in a text file, counted from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/**
 * A path as JavaScript would write it.
 *
 * @example pathText(["accounts", 1, "overrides", "us-east-1"]) // accounts[1].overrides["us-east-1"]
 */
export function pathText(path: Path): string {
  return path.map(segmentText).join("").replace(/^\./, "") || "(the whole config)";
}

function segmentText(segment: string | number): string {
  if (typeof segment === "number") return `[${segment}]`;
  return /^[A-Za-z_$][\w$]*$/.test(segment) ? `.${segment}` : `[${JSON.stringify(segment)}]`;
}

/** A value as an error shows it: JSON, cut where it is long. */
export function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}

/** The value at a path, or undefined where there is none. */
export function valueAt(raw: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, key) => (value === null || typeof value !== "object" ? undefined : (value as never)[key]),
    raw,
  );
}
