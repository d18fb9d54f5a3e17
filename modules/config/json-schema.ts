import { z } from "zod";
import { configSchema } from "./schema";
import { controlSchema } from "./schema/control";
import { routeSchema } from "./schema/route";
import { settingsShape } from "./schema/settings";
import { secretSchema } from "./schema/text";

/** A JSON Schema of the draft that editors know best, as far as this project looks into one. */
export type JsonSchema = z.core.JSONSchema.JSONSchema;

/** Parts that stand in several places, by the name under which the JSON Schema describes each of them once. */
const SHARED: Readonly<Record<string, z.ZodType>> = {
  ...settingsShape,
  control: controlSchema,
  route: routeSchema,
  secret: secretSchema,
};

const NAMES: ReadonlyMap<z.core.$ZodType, string> = new Map(
  Object.entries(SHARED).map(([name, schema]) => [schema, name]),
);

/** What the schemas say of themselves, and of the shared parts the name. */
class Described extends z.core.$ZodRegistry<z.core.GlobalMeta> {
  override get(schema: z.core.$ZodType) {
    const id = NAMES.get(schema);
    const meta = z.globalRegistry.get(schema);
    return id === undefined ? meta : { ...meta, id };
  }
}

/** The JSON Schema of a config: what editors complete and check YAML and JSON files with. */
export function configJsonSchema(): JsonSchema {
  const { $schema, ...schema } = z.toJSONSchema(configSchema, {
    target: "draft-7",
    io: "input",
    metadata: new Described(),
  });
  return {
    $schema,
    title: "Keywatch config",
    description: "A fleet of AWS accounts and how its KMS keys are watched.",
    ...schema,
  };
}
