import { Document, visit } from "yaml";

/** How an entry of a list of accounts is written. */
export type EntryStyle = keyof typeof ENTRY;

/** An entry, its further lines not indented. */
export const entryText = (entry: object, style: EntryStyle, unit: string): string => ENTRY[style](entry, unit);

const ENTRY = {
  json: (entry: object, unit: string) => JSON.stringify(entry, null, unit),
  "json-line": (entry: object) => JSON.stringify(entry, null, 1).replace(/\n\s*/g, " "),
  "yaml-flow": (entry: object) => yamlText(entry, 1),
  "yaml-block": (entry: object) => yamlText(entry, 2),
};

/** YAML in which collections from a depth on are written on one line each. */
function yamlText(entry: object, from: number): string {
  const document = new Document(entry);
  visit(document, {
    Collection: (_, collection, ancestors) => {
      collection.flow = ancestors.filter((ancestor) => "items" in ancestor).length + 1 >= from;
    },
  });
  return document.toString({ lineWidth: 0 }).trimEnd();
}
