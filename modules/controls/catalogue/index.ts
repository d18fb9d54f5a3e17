import { alarmsMuted } from "./alarms-muted";
import { unauthorizedCalls } from "./cis-4.1";
import { consoleWithoutMfa } from "./cis-4.2";
import { rootUsage } from "./cis-4.3";
import { iamPolicyChanges } from "./cis-4.4";
import { trailChanges } from "./cis-4.5";
import { consoleSigninFailures } from "./cis-4.6";
import { keyDisabledOrDeletionScheduled } from "./cis-4.7";
import { bucketPolicyChanges } from "./cis-4.8";
import { configChanges } from "./cis-4.9";
import { securityGroupChanges } from "./cis-4.10";
import { networkAclChanges } from "./cis-4.11";
import { networkGatewayChanges } from "./cis-4.12";
import { routeTableChanges } from "./cis-4.13";
import { vpcChanges } from "./cis-4.14";
import { organizationChanges } from "./cis-4.15";
import { keyDeleted } from "./key-deleted";
import { keyDeletionCancelled } from "./key-deletion-cancelled";
import { keyLost } from "./key-disabled-or-deletion-scheduled";
import { keyEnabled } from "./key-enabled";
import { keyMaterialDeleted } from "./key-material-deleted";
import { keyMaterialExpires } from "./key-material-expires";
import { keyPolicyChanged } from "./key-policy-changed";
import { keyRotationDisabled } from "./key-rotation-disabled";
import { keyStoreDisconnected } from "./key-store-disconnected";
import { keyUsedWhilePendingDeletion } from "./key-used-while-pending-deletion";
import { keywatchRemoved } from "./keywatch-removed";

/**
 * Everything Keywatch can watch. Patterns and titles of `cis-` controls are those of the CIS AWS Foundations Benchmark,
 * the rest is ours.
 */
export const CATALOGUE = [
  unauthorizedCalls,
  consoleWithoutMfa,
  rootUsage,
  iamPolicyChanges,
  trailChanges,
  consoleSigninFailures,
  keyDisabledOrDeletionScheduled,
  bucketPolicyChanges,
  configChanges,
  securityGroupChanges,
  networkAclChanges,
  networkGatewayChanges,
  routeTableChanges,
  vpcChanges,
  organizationChanges,
  keyLost,
  keyUsedWhilePendingDeletion,
  keyDeleted,
  keyMaterialDeleted,
  keyMaterialExpires,
  keyStoreDisconnected,
  keyPolicyChanged,
  keyRotationDisabled,
  keyDeletionCancelled,
  keyEnabled,
  alarmsMuted,
  keywatchRemoved,
] as const;

/** The id of a control of the catalogue. */
export type ControlId = (typeof CATALOGUE)[number]["id"];

/** The ids in the order of the catalogue. */
export const CONTROL_IDS = CATALOGUE.map((control) => control.id) as [ControlId, ...ControlId[]];
