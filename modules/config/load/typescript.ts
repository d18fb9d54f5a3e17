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
    return unreadable(
      `The file cannot be run: ${firstLine(error)}`,
      "a TypeScript module that runs by itself",
      "Mend what the message names; a config needs no credentials and no network.",
    );
  }
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? `${error.name}: ${error.message}` : String(error)).split("\n")[0] ?? "";
}
