import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { exampleAudits } from "../__tests__/cli/report/example";
import { accessPage, withDeployTable } from "../modules/access/reference";
import { auditPage } from "../modules/cli/audit/page";
import { withConfigReference } from "../modules/config/reference";
import { controlsPage } from "../modules/controls/page";
import { livenessSection } from "../modules/liveness/section";
import { viewsSection } from "../modules/queries/section";
import { exampleFleet, iamFiles } from "./iam";

writeFileSync("README.md", withDeployTable(withConfigReference(readFileSync("README.md", "utf8")), exampleFleet));
writeFileSync("docs/controls.md", controlsPage([livenessSection(), viewsSection()]));
writeFileSync("docs/audit.md", auditPage());

for (const [name, audit] of Object.entries(exampleAudits())) {
  writeFileSync(`docs/report/${name}.json`, `${JSON.stringify(audit, null, 2)}\n`);
}
rmSync("docs/iam", { recursive: true, force: true });
mkdirSync("docs/iam");
writeFileSync("docs/iam/README.md", accessPage());
for (const [name, text] of Object.entries(iamFiles())) writeFileSync(`docs/iam/${name}`, text);
