import { readFileSync } from "node:fs";
import { readAudit } from "../../../modules/cli/report";
import { exampleAudits } from "./example";

test.each(Object.entries(exampleAudits()))("docs/report/%s.json is current: npm run docs writes it", (name, audit) => {
  const file = `docs/report/${name}.json`;
  expect(JSON.parse(readFileSync(file, "utf8"))).toEqual(JSON.parse(JSON.stringify(audit)));
  expect(readAudit(file)).toEqual({ ok: true, audit: JSON.parse(JSON.stringify(audit)) });
});
