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

/**
 * The same for tests that need the provider of HCP Terraform too. It comes from the public registry, which a CI need not
 * reach: where it cannot be had they are skipped there as well.
 */
export function describeHcp(name: string, tests: () => void): void {
  const status = readStatus();
  if (status.ready && typeof status.tfe === "string") describe.skip(`${name} (skipped: ${status.tfe})`, tests);
  else describeLab(name, tests);
}
