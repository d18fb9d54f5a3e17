import type { Fault, FaultKind } from "../aws";
import { withRemedy } from "../remedy";

const RIGHTS =
  "Use credentials of the management account or of a delegated administrator that may organizations:ListAccounts, or name such a role: --organization <role>.";

/** What other credentials mend; whatever else keeps the organization from answering has its own remedy. */
const OF_RIGHTS: readonly FaultKind[] = ["credentials", "denied"];

/** Why the accounts of the organization could not be listed. */
export const unlistedText = ({ kind, message, remedy }: Fault): string =>
  withRemedy(
    `The accounts of the organization could not be listed: ${message}`,
    OF_RIGHTS.includes(kind) ? RIGHTS : remedy,
  );
