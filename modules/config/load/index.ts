import { readFileSync } from "node:fs";
import path from "node:path";
import { type Loaded, unreadable } from "./source";
import { loadTypeScript } from "./typescript";

export type { Loaded, LocatedProblem, Source } from "./source";

/** The config that is read where no other is named. */
export const DEFAULT_FILE = "keywatch.config.ts";

type Reader = (file: string, text: string) => Loaded;

/** The parser is loaded for the configs that need it. */
const loadYaml: Reader = (...source) => (require("./yaml") as typeof import("./yaml")).loadYaml(...source);

const READERS: Readonly<Record<string, Reader>> = {
  ".ts": loadTypeScript,
  ".mts": loadTypeScript,
  ".cts": loadTypeScript,
  ".js": loadTypeScript,
  ".mjs": loadTypeScript,
  ".cjs": loadTypeScript,
  ".yaml": loadYaml,
  ".yml": loadYaml,
  ".json": loadYaml,
};

/** Reads a config file by the ending of its name. */
export const load = (file: string): Loaded => loadWith(file, () => readFileSync(file, "utf8"));

/** The same for a text that is in no file yet; what runs as a module, such as TypeScript, is read from its file all the same. */
export const loadText = (file: string, text: string): Loaded => loadWith(file, () => text);

function loadWith(file: string, text: () => string): Loaded {
  const reader = READERS[path.extname(file).toLowerCase()];
  if (!reader) {
    return unreadable(
      `A config cannot be a ${path.extname(file) || "file without an ending"}.`,
      `one of: ${Object.keys(READERS).join(", ")}`,
      "Rename the file, or name another one with --config or KEYWATCH_CONFIG.",
    );
  }
  try {
    return reader(file, text());
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return unreadable(
      code === "ENOENT" ? "There is no such file." : `The file cannot be read: ${code ?? error}.`,
      "a config file that exists",
      "Name the file with --config or KEYWATCH_CONFIG, relative to this folder.",
    );
  }
}
