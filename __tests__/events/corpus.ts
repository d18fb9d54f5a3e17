import { readFileSync } from "node:fs";
import path from "node:path";
import type { ControlId } from "../../modules/controls";
import type { Raw } from "../support/fleet";

/** An event of the corpus, and what it must set off; kept by hand, from what the controls say they watch. */
export interface CorpusEvent {
  /** Name of its file in `records`, which says what happens in it. */
  readonly name: string;
  readonly record: Raw;
  /** With the benchmark's patterns. */
  readonly controls: readonly ControlId[];
  /** With those that checkers ask for, where that is something else. */
  readonly checkers: readonly ControlId[];
  /** The alert of the fast path. */
  readonly alert?: string;
}

interface Expected {
  readonly controls?: readonly ControlId[];
  readonly checkers?: readonly ControlId[];
  readonly alert?: string;
}

const KEY_ENDS = ["cis-4.7", "key-disabled-or-deletion-scheduled"] as const;

const EXPECTED: Readonly<Record<string, Expected>> = {
  // the end of a key, by everybody who can end one
  "disable-key-by-cli": { controls: KEY_ENDS, alert: "key-disabled" },
  "disable-key-in-console": { controls: KEY_ENDS, alert: "key-disabled" },
  "disable-key-by-user": { controls: KEY_ENDS, alert: "key-disabled" },
  "disable-key-by-root": { controls: ["cis-4.3", ...KEY_ENDS], alert: "key-disabled" },
  "disable-key-denied": { controls: ["cis-4.1", "cis-4.7"], alert: "key-attempt-refused" },
  "schedule-deletion-by-cli": { controls: KEY_ENDS, alert: "key-deletion-scheduled" },
  "schedule-deletion-in-console": { controls: KEY_ENDS, alert: "key-deletion-scheduled" },
  "schedule-deletion-of-a-multi-region-primary": { controls: KEY_ENDS, alert: "key-deletion-awaits-replicas" },
  "schedule-deletion-of-a-replica": { controls: KEY_ENDS, alert: "key-deletion-scheduled" },
  "schedule-deletion-denied": { controls: ["cis-4.1", "cis-4.7"], alert: "key-attempt-refused" },
  "schedule-deletion-of-a-key-that-waits-already": {
    controls: ["cis-4.7", "key-used-while-pending-deletion"],
    alert: "key-attempt-refused",
  },
  "schedule-deletion-by-another-account": { controls: ["cis-4.1", "cis-4.7"], alert: "key-attempt-refused" },
  "delete-key-by-kms": { controls: ["key-deleted"] },

  // the use of a key that is ending, and use that is none of it
  "decrypt-by-a-service": {},
  "decrypt-with-a-key-that-waits": { controls: ["key-used-while-pending-deletion"] },
  "generate-data-key-with-a-key-that-waits": { controls: ["key-used-while-pending-deletion"] },
  "decrypt-with-a-disabled-key": {},
  "describe-key": {},
  "create-key": {},

  // imported material and key stores
  "delete-imported-material": { controls: ["key-material-deleted"], alert: "key-material-deleted" },
  "delete-imported-material-denied": { controls: ["cis-4.1"], alert: "key-attempt-refused" },
  "material-expired": { controls: ["key-material-deleted"] },
  "import-material-with-an-end": { controls: ["key-material-expires"] },
  "import-material-without-an-end": {},
  "disconnect-key-store": { controls: ["key-store-disconnected"] },
  "delete-key-store": { controls: ["key-store-disconnected"] },

  // policy, grants, rotation, and keys that come back
  "put-key-policy-by-a-person": { controls: ["key-policy-changed"] },
  "put-key-policy-by-the-deploy-role": {},
  "put-key-policy-denied": { controls: ["cis-4.1"] },
  "create-grant-by-a-person": { controls: ["key-policy-changed"] },
  "create-grant-for-a-volume": {},
  "disable-key-rotation": { controls: ["key-rotation-disabled"] },
  "cancel-key-deletion": { controls: ["key-deletion-cancelled"], alert: "key-rescued" },
  "enable-key": { controls: ["key-enabled"], alert: "key-rescued" },
  "enable-key-denied": { controls: ["cis-4.1"] },

  // what looks like it and is not
  "disable-key-of-another-service": {},
  "delete-alias": {},

  // Keywatch itself
  "delete-alarms": { controls: ["alarms-muted"] },
  "disable-alarm-actions": { controls: ["alarms-muted"] },
  "delete-alarms-by-the-deploy-role": {},
  "delete-metric-filter": { controls: ["keywatch-removed"] },
  "delete-metric-filter-of-another-group": {},
  "delete-topic": { controls: ["keywatch-removed"] },
  unsubscribe: { controls: ["keywatch-removed"] },
  "delete-another-topic": {},

  // the rest of the benchmark's section 4
  "unauthorized-operation": { controls: ["cis-4.1"] },
  "head-bucket-denied": { controls: [], checkers: ["cis-4.1"] },
  "sign-in-without-mfa": { controls: ["cis-4.2"] },
  "sign-in-with-mfa": {},
  "sign-in-by-sso": { controls: ["cis-4.2"], checkers: [] },
  "sign-in-failed": { controls: ["cis-4.6"] },
  "root-lists-buckets": { controls: ["cis-4.3"] },
  "root-for-a-service": {},
  "create-policy": { controls: ["cis-4.4"] },
  "create-organization-policy": { controls: ["cis-4.4", "cis-4.15"], checkers: ["cis-4.15"] },
  "create-policy-of-another-service": { controls: ["cis-4.4"], checkers: [] },
  "stop-logging": { controls: ["cis-4.5"] },
  "put-bucket-policy": { controls: ["cis-4.8"] },
  "delete-bucket": {},
  "stop-config-recorder": { controls: ["cis-4.9"] },
  "authorize-ingress": { controls: ["cis-4.10"] },
  "modify-security-group-rules": { controls: [], checkers: ["cis-4.10"] },
  "create-network-acl-entry": { controls: ["cis-4.11"] },
  "attach-internet-gateway": { controls: ["cis-4.12"] },
  "create-route": { controls: ["cis-4.13"] },
  "create-route-of-a-mesh": { controls: ["cis-4.13"], checkers: [] },
  "create-vpc": { controls: ["cis-4.14"] },
  "describe-vpcs": {},
  "leave-organization": { controls: ["cis-4.15"] },
  "put-config-rule": {},
  "put-event-selectors": {},
  "list-accounts": {},
  "list-users": {},
  "put-metric-alarm": {},
  "create-organization": { controls: [], checkers: ["cis-4.15"] },
};

/** Where the events are, one a file. */
export const RECORDS = path.join(__dirname, "records");

const read = (name: string): Raw => JSON.parse(readFileSync(path.join(RECORDS, `${name}.json`), "utf8"));

/** Realistic events of CloudTrail, of an account 111111111111 that nobody has. */
export const CORPUS: readonly CorpusEvent[] = Object.entries(EXPECTED).map(
  ([name, { controls = [], checkers = controls, alert }]) => ({ name, record: read(name), controls, checkers, alert }),
);
