import { readFileSync, writeFileSync } from "node:fs";
import { withConfigReference } from "../modules/config/reference";

writeFileSync("README.md", withConfigReference(readFileSync("README.md", "utf8")));
