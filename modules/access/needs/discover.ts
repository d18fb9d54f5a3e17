import { roleArn } from "../../aws";
import { localityOf } from "../../fleet";
import { ROLE_NAMES } from "../../names";
import type { Need, Scope } from "../need";
import { EVERYTHING, NO_NARROWER } from "../scopes";

const ORGANIZATION: Scope = {
  sid: "Organization",
  label: NO_NARROWER,
  on: () => EVERYTHING,
};

/** Which accounts are new is not known. */
const AUDITED: Scope = {
  sid: "EnterAccounts",
  label: "the audit role of any account",
  on: (target) => [roleArn({ ...localityOf(target), account: "*" }, ROLE_NAMES.audit)],
};

/** What `keywatch discover --organization` asks for outside the accounts. */
export const DISCOVER_NEEDS: readonly Need[] = [
  { scope: ORGANIZATION, read: ["organizations:ListAccounts"] },
  { scope: AUDITED, read: ["sts:AssumeRole"] },
];
