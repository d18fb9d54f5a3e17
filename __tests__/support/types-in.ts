import { readFileSync } from "node:fs";

/** The types of the resources in a stack's file, and of its data sources as `data.<type>`. */
export function typesIn(file: string): string[] {
  const { resource = {}, data = {} } = JSON.parse(readFileSync(file, "utf8"));
  return [...Object.keys(resource), ...Object.keys(data).map((type) => `data.${type}`)];
}
