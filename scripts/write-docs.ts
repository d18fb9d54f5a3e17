import { readFileSync, writeFileSync } from "node:fs";
import { auditPage } from "../modules/cli/audit/page";
import { withConfigReference } from "../modules/config/reference";
import { controlsPage } from "../modules/controls/table";

writeFileSync("README.md", withConfigReference(readFileSync("README.md", "utf8")));
writeFileSync("docs/controls.md", controlsPage());
writeFileSync("docs/audit.md", auditPage());
