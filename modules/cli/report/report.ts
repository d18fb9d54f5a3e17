import type { Audit } from "../audit/result";
import type { Changes } from "./changes";

/** What a report tells. */
export interface Report {
  readonly audit: Audit;
  /** Given where there is an audit before to compare with. */
  readonly changes?: Changes;
}
