import type { Fault } from "../aws";

/** Where a trail writes to in CloudWatch Logs. */
export interface LogGroupPlace {
  readonly account: string;
  readonly region: string;
  readonly name: string;
}

/** A trail, and every reason why the account's alerts cannot rest on it; with none they can. */
export interface JudgedTrail {
  readonly arn: string;
  /** Whether it records every account of the organization. */
  readonly organization: boolean;
  readonly logGroup?: LogGroupPlace;
  readonly reasons: readonly string[];
}

/** An account as a config lists it. */
export interface Entry {
  readonly id: string;
  readonly name: string;
  readonly regions: readonly string[];
  readonly trail: { readonly logGroup: string; readonly organization?: true };
}

/** What became of an account. */
export type Standing =
  /** It has a trail, and stands in no config yet. */
  | "new"
  /** The config says what was found. */
  | "listed"
  /** The config says something else. */
  | "differs"
  /** An organization's trail records it, and writes to a log group of another account. */
  | "covered"
  /** No trail will do. */
  | "none"
  /** It could not be asked. */
  | "unknown";

/** One account and what was found there. */
export interface DiscoveredAccount {
  readonly account: { readonly id: string; readonly name: string };
  readonly standing: Standing;
  readonly trails: readonly JudgedTrail[];
  /** How a config lists it; absent where no trail of its own will do. */
  readonly entry?: Entry;
  /** The organization's trail that records it. */
  readonly coveredBy?: JudgedTrail;
  readonly fault?: Fault;
}

/** What `keywatch discover --json` prints. */
export interface Discovery {
  readonly version: 1;
  /** Whether every account and trail could be asked. */
  readonly complete: boolean;
  readonly accounts: readonly DiscoveredAccount[];
  /** Accounts of the config that are not active in the organization. */
  readonly gone: readonly { readonly id: string; readonly name: string }[];
}
