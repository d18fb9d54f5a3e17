import { readFileSync, writeFileSync } from "node:fs";
import { exampleAudits } from "../__tests__/cli/report/example";
import { auditPage } from "../modules/cli/audit/page";
import { withConfigReference } from "../modules/config/reference";
import { controlsPage } from "../modules/controls/table";

writeFileSync("README.md", withConfigReference(readFileSync("README.md", "utf8")));
writeFileSync("docs/controls.md", controlsPage());
writeFileSync("docs/audit.md", auditPage());

for (const [name, audit] of Object.entries(exampleAudits())) {
  writeFileSync(`docs/report/${name}.json`, `${JSON.stringify(audit, null, 2)}\n`);
}
