import { writeFileSync } from "node:fs";
import { configJsonSchema } from "../modules/config/json-schema";

writeFileSync("keywatch.schema.json", `${JSON.stringify(configJsonSchema(), null, 2)}\n`);
