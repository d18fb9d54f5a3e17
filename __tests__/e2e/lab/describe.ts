import { basename } from "node:path";
import { describeNeeding } from "../../support/needing";
import { killRunning, TERRAFORM } from "./command";
import { readStatus } from "./status";

/** `describeNeeding` for tests that need real Terraform and an emulated AWS. */
export function describeLab(name: string, tests: () => void): void {
  const status = readStatus();
  describeNeeding(name, status.ready ? undefined : status.missing, () => {
    afterAll(killRunning);
    tests();
  });
}

/**
 * `describeLab` by Terraform, and by OpenTofu too. Nobody needs both: the one that is missing is skipped in CI as well,
 * with the reason in its name.
 */
export function describeEngines(name: string, tests: (engine: string) => void): void {
  const status = readStatus();
  for (const { binary, missing } of status.ready ? status.engines : [{ binary: TERRAFORM, missing: undefined }]) {
    const byEngine = `${name}, by ${basename(binary)}`;
    if (missing === undefined) describeLab(byEngine, () => tests(binary));
    else describe.skip(`${byEngine} (skipped: ${missing})`, () => tests(binary));
  }
}
