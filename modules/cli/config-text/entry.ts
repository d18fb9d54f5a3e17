import { yamlText } from "./yaml";

/** How an entry of a list of accounts is written. */
export type EntryStyle = keyof typeof ENTRY;

/** An entry, its further lines not indented. */
export const entryText = (entry: object, style: EntryStyle, unit: string): string => ENTRY[style](entry, unit);

const ENTRY = {
  json: (entry: object, unit: string) => JSON.stringify(entry, null, unit),
  "json-line": (entry: object) => JSON.stringify(entry, null, 1).replace(/\n\s*/g, " "),
  "yaml-flow": (entry: object) => yamlText(entry, () => true),
  "yaml-block": (entry: object) => yamlText(entry, (depth) => depth > 1),
};
