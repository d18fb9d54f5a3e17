import type { ROLE_FORMATS } from "../../access";

/** What a person asks of `keywatch permissions`. */
export interface Question {
  readonly roles: readonly string[];
  /** The roles by which the pipeline enters the accounts. */
  readonly enter: readonly string[];
  /** Id of the one account that is meant. */
  readonly account?: string;
  /** Who may assume the roles. */
  readonly trust?: readonly string[];
  /** Host of the OIDC provider. */
  readonly oidcHost?: string;
  readonly format: keyof typeof ROLE_FORMATS;
}
