import { readFileSync } from "node:fs";
import { auditPage } from "../../../modules/cli/audit/page";

test("the page of the audit is current: npm run docs writes it", () => {
  expect(readFileSync("docs/audit.md", "utf8")).toBe(auditPage());
});
