/** The parts of a JSON Schema that a reference tells. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly const?: string;
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  /** Holds the one reference of a schema that has a description of its own. */
  readonly allOf?: readonly [Schema];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | false;
  readonly required?: readonly string[];
  readonly definitions?: Readonly<Record<string, Schema>>;
}

/** Settings that stand together in an object, with a branch for each shape that the object may have. */
export interface Group {
  readonly title: string;
  readonly lead?: string;
  readonly branches: readonly Schema[];
}

/** The groups in an object, at any depth; what stands among the definitions is told there. */
export function groupsWithin({ properties = {} }: Schema, path = ""): Group[] {
  return Object.entries(properties).flatMap(([name, schema]) => {
    const title = path + name;
    const branches = branchesOf(schema);
    const inner = branches.flatMap((branch) => groupsWithin(branch, `${title}.`));
    return branches.some(hasOwnSettings) ? [{ title, lead: leadOf(schema, branches), branches }, ...inner] : inner;
  });
}

const leadOf = ({ description }: Schema, [first, second]: readonly Schema[]): string | undefined =>
  description ?? (second ? undefined : first?.description);

/** The objects that may stand where a schema is: it, its alternatives, or what its list or map holds. */
function branchesOf(schema: Schema): Schema[] {
  if (schema.properties) return [schema];
  return [...alternativesOf(schema), schema.items, schema.additionalProperties]
    .filter((part) => typeof part === "object")
    .flatMap(branchesOf);
}

/** What a schema accepts, one by one, where it accepts several things. */
export const alternativesOf = ({ anyOf, oneOf }: Schema): readonly Schema[] => anyOf ?? oneOf ?? [];

/** The settings of an object, but for those that defaults, accounts and overrides share. */
export const ownSettings = ({ properties = {} }: Schema): [string, Schema][] =>
  Object.entries(properties).filter(([name, { $ref }]) => $ref === undefined || definitionName($ref) !== name);

export const hasOwnSettings = (schema: Schema): boolean => ownSettings(schema).length > 0;

export const hasSharedSettings = (schema: Schema): boolean =>
  ownSettings(schema).length < Object.keys(schema.properties ?? {}).length;

export const definitionName = ($ref: string): string => $ref.replace("#/definitions/", "");

/** The setting that tells the shapes of an object apart, such as `type` or `protocol`. */
export function kindSetting([first, ...others]: readonly Schema[]): string | undefined {
  if (!first || others.length === 0) return undefined;
  return Object.keys(first.properties ?? {}).find((name) =>
    [first, ...others].every((branch) => valuesAllowed(branch.properties?.[name]).length > 0),
  );
}

/** The values that a setting may have, where they are named. */
export const valuesAllowed = (schema: Schema = {}): readonly string[] =>
  schema.const === undefined ? (schema.enum ?? []) : [schema.const];
