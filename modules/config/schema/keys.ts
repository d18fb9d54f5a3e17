import { z } from "zod";
import { type Path, valueAt } from "../problem";

/** The keys that may stand beside one that a schema does not know, given the config; none where any key may stand. */
export function keysInPlaceOf(schema: z.ZodType, path: Path, key: string, raw: unknown): string[] {
  const objects = schemasAt(schema, path, raw).filter((at) => at instanceof z.ZodObject);
  return [
    ...new Set(objects.filter(({ shape }) => !Object.hasOwn(shape, key)).flatMap(({ shape }) => Object.keys(shape))),
  ];
}

/** What a schema says of the value at a path, given the config. */
export function descriptionAt(schema: z.ZodType, path: Path, raw: unknown): string | undefined {
  const parents = schemasAt(schema, path.slice(0, -1), raw);
  return parents.flatMap((parent) => childrenOf(parent, path.at(-1) ?? "")).find((child) => child.description)
    ?.description;
}

/** The schemas that may stand at a path, unions taken apart. */
function schemasAt(schema: z.ZodType, path: Path, value: unknown): z.ZodType[] {
  const [head, ...rest] = path;
  const here = branchesOf(schema, value);
  if (head === undefined) return here;
  return here
    .flatMap((branch) => childrenOf(branch, head))
    .flatMap((child) => schemasAt(child, rest, valueAt(value, [head])));
}

/** A union's branches; where a setting such as `type` tells which one is meant, that one. */
function branchesOf(schema: z.ZodType, value: unknown): z.ZodType[] {
  if (schema instanceof z.ZodOptional) return branchesOf(schema.unwrap() as z.ZodType, value);
  if (!(schema instanceof z.ZodUnion)) return [schema];
  const options = schema.options as z.ZodType[];
  const meant =
    schema instanceof z.ZodDiscriminatedUnion ? options.filter(isMeant(schema.def.discriminator, value)) : [];
  return (meant.length > 0 ? meant : options).flatMap((option) => branchesOf(option, value));
}

const isMeant = (key: string, value: unknown) => (option: z.ZodType) =>
  option instanceof z.ZodObject && (option.shape[key] as z.ZodType).safeParse(valueAt(value, [key])).success;

function childrenOf(schema: z.ZodType, key: string | number): z.ZodType[] {
  if (schema instanceof z.ZodObject) return Object.hasOwn(schema.shape, key) ? [schema.shape[key] as z.ZodType] : [];
  if (schema instanceof z.ZodArray) return [schema.element as z.ZodType];
  if (schema instanceof z.ZodRecord) return [schema.valueType as z.ZodType];
  return [];
}
