import { describeNeeding } from "../../support/needing";
import { killRunning } from "./command";
import { readStatus } from "./status";

/** `describeNeeding` for tests that need real Terraform and an emulated AWS. */
export function describeLab(name: string, tests: () => void): void {
  const status = readStatus();
  describeNeeding(name, status.ready ? undefined : status.missing, () => {
    afterAll(killRunning);
    tests();
  });
}
