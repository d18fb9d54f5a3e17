import { z } from "zod";
import type { Raw } from "./fleet";

/** A property of a schema, as the schema of its value: one that stands in several places is the same. */
type Property = z.ZodType;

/** Every property that a schema has, with a path where it stands. */
export function propertiesOf(schema: z.ZodType, path = "", found = new Map<Property, string>()): Map<Property, string> {
  for (const [key, property] of inner(schema)) {
    const at = `${path}${key}`;
    if (key !== "" && found.has(schemaOfValue(property))) continue;
    if (key !== "") found.set(schemaOfValue(property), at);
    propertiesOf(property, key === "" ? path : `${at}.`, found);
  }
  return found;
}

/** The properties of a schema that a value uses. */
export function usedIn(schema: z.ZodType, value: Raw): Property[] {
  if (value === undefined) return [];
  if (schema instanceof z.ZodOptional) return usedIn(schema.unwrap() as z.ZodType, value);
  if (schema instanceof z.ZodUnion)
    return branches(schema)
      .filter((branch) => branch.safeParse(value).success)
      .flatMap((branch) => usedIn(branch, value));
  if (schema instanceof z.ZodArray) return value.flatMap((entry: Raw) => usedIn(schema.element as z.ZodType, entry));
  if (schema instanceof z.ZodRecord)
    return Object.values(value).flatMap((entry) => usedIn(schema.valueType as z.ZodType, entry));
  if (schema instanceof z.ZodObject)
    return Object.keys(schema.shape)
      .filter((key) => Object.hasOwn(value, key))
      .flatMap((key) => [schemaOfValue(schema.shape[key]), ...usedIn(schema.shape[key], value[key])]);
  return [];
}

/** The controls of the catalogue take the same values, each with a description of its own. */
const schemaOfValue = (property: z.ZodType): Property =>
  property instanceof z.ZodOptional ? (property.unwrap() as z.ZodType) : property;

const branches = (union: z.ZodUnion): z.ZodType[] => union.options as z.ZodType[];

/** What a schema is made of: properties by their keys, everything else by an empty one. */
function inner(schema: z.ZodType): [string, z.ZodType][] {
  if (schema instanceof z.ZodObject) return Object.entries(schema.shape);
  if (schema instanceof z.ZodOptional) return [["", schema.unwrap() as z.ZodType]];
  if (schema instanceof z.ZodUnion) return branches(schema).map((branch) => ["", branch]);
  if (schema instanceof z.ZodArray) return [["", schema.element as z.ZodType]];
  if (schema instanceof z.ZodRecord) return [["", schema.valueType as z.ZodType]];
  return [];
}
