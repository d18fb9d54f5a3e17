import { z } from "zod";
import type { Path } from "../problem";

/** The keys that a schema knows at a path, over all branches of a union; none where any key may stand. */
export function knownKeys(schema: z.ZodType, path: Path): string[] {
  return [
    ...new Set(schemasAt(schema, path).flatMap((at) => (at instanceof z.ZodObject ? Object.keys(at.shape) : []))),
  ];
}

/** What a schema says of the value at a path. */
export function descriptionAt(schema: z.ZodType, path: Path): string | undefined {
  const parents = schemasAt(schema, path.slice(0, -1));
  return parents.flatMap((parent) => childrenOf(parent, path.at(-1) ?? "")).find((child) => child.description)
    ?.description;
}

/** The schemas that may stand at a path, unions taken apart. */
function schemasAt(schema: z.ZodType, path: Path): z.ZodType[] {
  const [head, ...rest] = path;
  const here = branchesOf(schema);
  if (head === undefined) return here;
  return here.flatMap((branch) => childrenOf(branch, head)).flatMap((child) => schemasAt(child, rest));
}

function branchesOf(schema: z.ZodType): z.ZodType[] {
  if (schema instanceof z.ZodOptional) return branchesOf(schema.unwrap() as z.ZodType);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => branchesOf(option as z.ZodType));
  return [schema];
}

function childrenOf(schema: z.ZodType, key: string | number): z.ZodType[] {
  if (schema instanceof z.ZodObject) return key in schema.shape ? [schema.shape[key] as z.ZodType] : [];
  if (schema instanceof z.ZodArray) return [schema.element as z.ZodType];
  if (schema instanceof z.ZodRecord) return [schema.valueType as z.ZodType];
  return [];
}
