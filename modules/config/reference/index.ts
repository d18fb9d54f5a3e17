import { CATALOGUE, type Control } from "../../controls";
import { code, table, withBetween } from "../../markdown";
import { configJsonSchema } from "../json-schema";
import { groupsWithin, type Schema } from "./groups";
import { groupSection, SHARED_SETTINGS, settingsTable, sharedTable } from "./tables";

const START = "<!-- The config reference: written by `npm run docs`. -->";
const END = "<!-- End of the config reference. -->";

/** A Markdown text with the current config reference between its two markers. */
export const withConfigReference = (text: string): string => withBetween(text, START, END, configReference());

/** Every setting of a config: a table for each group of settings, then one for the values of what is on by default. */
function configReference(): string {
  const { definitions = {}, ...config } = configJsonSchema() as Schema;
  const shared = Object.keys(config.properties?.defaults?.properties ?? {});
  return [
    "### The config",
    settingsTable("", config),
    ...groupsWithin(config).map(groupSection),
    `### ${SHARED_SETTINGS}`,
    sharedTable(Object.fromEntries(shared.map((name) => [name, definitions[name] ?? {}]))),
    ...groupsWithin({ properties: definitions }).map(groupSection),
    ...CATALOGUE.filter(({ onByDefault }) => onByDefault).map(controlSection),
  ].join("\n\n");
}

/** The values of a control, which the settings of a `control` change. */
function controlSection({ id, title, severity, filter: { metric, ...filter }, alarm }: Control): string {
  return [
    `### Values of ${code(id)}`,
    `${title}. On unless the config says otherwise; [all controls](docs/controls.md).`,
    table(
      ["Setting", "Value"],
      leaves({ severity, filter, metric, alarm }).map((leaf) => leaf.map(code)),
    ),
  ].join("\n\n");
}

const leaves = (values: object, path = ""): [string, string][] =>
  Object.entries(values).flatMap(([name, value]): [string, string][] =>
    typeof value === "object" ? leaves(value, `${path}${name}.`) : [[path + name, String(value)]],
  );
