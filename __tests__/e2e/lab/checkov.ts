import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { bareEnvironment, run } from "./command";
import { newFolder } from "./folder";
import { ready } from "./status";
import type { PlanJson } from "./terraform";

/** What one check says of one resource. */
export interface Finding {
  readonly id: string;
  readonly name: string;
  readonly resource: string;
}

/** What Checkov says of a plan. */
export interface Findings {
  readonly passed: readonly Finding[];
  readonly failed: readonly Finding[];
}

/** Lets Checkov look at a plan: it reads neither Terraform's JSON syntax nor what CDKTF makes of it in HCL. */
export async function runCheckov(plan: PlanJson): Promise<Findings> {
  const folder = newFolder("checkov");
  const file = join(folder, "plan.json");
  writeFileSync(file, JSON.stringify(plan));
  const args = ["--framework", "terraform_plan", "--skip-download", "--soft-fail", "--output", "json", "--file", file];
  const { stdout } = await run(ready().checkov, ["-m", "checkov.main", ...args], {
    cwd: folder,
    env: bareEnvironment(),
  });
  const { results } = JSON.parse(stdout);
  if (results.parsing_errors.length > 0) throw new Error(`Checkov could not read ${file}`);
  return { passed: results.passed_checks.map(toFinding), failed: results.failed_checks.map(toFinding) };
}

interface Check {
  readonly check_id: string;
  readonly check_name: string;
  readonly resource: string;
}

const toFinding = ({ check_id: id, check_name: name, resource }: Check): Finding => ({ id, name, resource });
