import path from "node:path";
import { literal, yamlText } from "../config-text";

/** Where a config finds what belongs to it, relative to its folder. */
export interface Surroundings {
  /** The module of `defineConfig`. */
  readonly library: string;
  /** The JSON Schema for editors. */
  readonly schema: string;
}

type Format = (config: object, surroundings: Surroundings) => string;

const NOTE = "`npx keywatch validate` tells every problem; the README lists all settings.";

const typescript: Format = (config, { library }) =>
  [
    `import { defineConfig } from "${library}";`,
    "",
    `// ${NOTE}`,
    `export default defineConfig(${literal(config)});`,
    "",
  ].join("\n");

const yaml: Format = (config, { schema }) =>
  [
    `# yaml-language-server: $schema=${schema}`,
    `# ${NOTE}`,
    yamlText(config, (depth, innermost) => depth > 2 || innermost),
    "",
  ].join("\n");

const json: Format = (config, { schema }) => `${JSON.stringify({ $schema: schema, ...config }, null, 2)}\n`;

/** How a config is written, by the ending of its file. */
const FORMATS: Readonly<Record<string, Format>> = { ".ts": typescript, ".yaml": yaml, ".yml": yaml, ".json": json };

export const WRITABLE = Object.keys(FORMATS);

/** The text of a first config; undefined where no config is written in files of such an ending. */
export const configText = (file: string, config: object, surroundings: Surroundings): string | undefined =>
  FORMATS[path.extname(file).toLowerCase()]?.(config, surroundings);

/** The surroundings of a config in this project, wherever it lies. */
export function surroundingsOf(file: string, root: string): Surroundings {
  const to = (target: string): string => {
    const way = path
      .relative(path.dirname(path.resolve(file)), path.join(root, target))
      .split(path.sep)
      .join("/");
    return way.startsWith(".") ? way : `./${way}`;
  };
  return { library: to("modules/config"), schema: to("keywatch.schema.json") };
}
