import { killRunning } from "./command";
import { readStatus } from "./status";

/**
 * `describe` for tests that need real Terraform and an emulated AWS. Where the machine lacks something they are
 * skipped, with the reason in their name; in CI they fail with it.
 */
export function describeLab(name: string, tests: () => void): void {
  const status = readStatus();
  if (status.ready) {
    describe(name, () => {
      afterAll(killRunning);
      tests();
    });
  } else if (process.env.CI === "true") {
    describe(name, () => {
      test("finds what it needs on this machine", () => {
        throw new Error(status.missing);
      });
    });
  } else {
    describe.skip(`${name} (skipped: ${status.missing})`, tests);
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
