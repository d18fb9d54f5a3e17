import { readFileSync, writeFileSync } from "node:fs";
import { withConfigReference } from "../modules/config/reference";
import { controlsPage } from "../modules/controls/table";

writeFileSync("README.md", withConfigReference(readFileSync("README.md", "utf8")));
writeFileSync("docs/controls.md", controlsPage());
