import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import type { Changes } from "./changes";
import type { StackFolder } from "./folder";

/** What is noted beside a plan file. */
export interface PlanRecord {
  /** Absent where the plan changes nothing: then there is no plan file either. */
  readonly changes?: Changes;
}

/** Takes away what an earlier run planned, so that it is not applied by mistake. */
export function forgetPlan({ planFile, planned }: StackFolder): void {
  for (const file of [planned, planFile]) rmSync(file, { force: true });
}

/** Notes what was planned. */
export function notePlan({ planFile, planned }: StackFolder, record: PlanRecord): void {
  if (!record.changes) rmSync(planFile, { force: true });
  writeFileSync(planned, `${JSON.stringify(record)}\n`);
}

/**
 * What was planned; undefined where nothing was, or where the plan file is missing.
 *
 * @throws where the note is damaged
 */
export function readPlan({ planFile, planned }: StackFolder): PlanRecord | undefined {
  if (!existsSync(planned)) return undefined;
  const record = parsed(planned);
  return !record.changes || existsSync(planFile) ? record : undefined;
}

function parsed(planned: string): PlanRecord {
  try {
    return JSON.parse(readFileSync(planned, "utf8"));
  } catch (error) {
    throw new Error(`${planned} cannot be read: ${(error as Error).message}`);
  }
}
