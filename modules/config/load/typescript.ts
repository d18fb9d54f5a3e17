import path from "node:path";
import { createJiti } from "jiti";
import { type Loaded, unreadable } from "./source";

/** Where compiled configs are kept: in the project, out of reach of other users of the machine. */
const COMPILED = path.join(__dirname, "../../../node_modules/.cache/jiti");

/** Runs a TypeScript or JavaScript config and takes its default export. */
export function loadTypeScript(file: string): Loaded {
  try {
    const jiti = createJiti(__filename, { fsCache: COMPILED, interopDefault: false });
    const module = path.resolve(file);
    delete jiti.cache[module];
    const exported = jiti(module) as { default?: unknown };
    if (exported.default === undefined) {
      return unreadable(
        "The file has no default export.",
        "export default defineConfig({ ... })",
        "Export the config as the default of the module.",
      );
    }
    return { ok: true, source: { file, raw: exported.default, positionOf: () => undefined } };
  } catch (error) {
    return unparsed(error, path.resolve(file)) ?? unrunnable(error);
  }
}

/** What jiti says of a file that it cannot parse; its columns are counted from 0. */
const PARSE_ERROR = /^ParseError: (?<what>.+?)\s*\n\s*(?<at>.+):(?<line>\d+):(?<column>\d+)$/;

/** A syntax error with its place: in the config, or in a file that it imports. */
function unparsed(error: unknown, config: string): Loaded | undefined {
  const found = PARSE_ERROR.exec(error instanceof Error ? error.message : "")?.groups;
  if (!found) return undefined;
  const { what, at = "" } = found;
  const [line, column] = [Number(found.line), Number(found.column) + 1];
  const isConfig = at === config;
  return unreadable(
    `The file cannot be parsed: ${what}${isConfig ? "" : ` (${at}:${line}:${column})`}`,
    "TypeScript or JavaScript",
    "Mend the syntax.",
    isConfig ? { line, column } : undefined,
  );
}

const unrunnable = (error: unknown): Loaded =>
  unreadable(
    `The file cannot be run: ${firstLine(error)}`,
    "a TypeScript module that runs by itself",
    "Mend what the message names; a config needs no credentials and no network.",
  );

function firstLine(error: unknown): string {
  return (error instanceof Error ? `${error.name}: ${error.message}` : String(error)).split("\n")[0] ?? "";
}
