import { createHash } from "node:crypto";

/*
 * Every name that Keywatch makes. None depends on a position in a list or on a display name, so that reordering or
 * renaming changes no address and replaces no resource.
 */

/** Id of a target's stack, which is also its HCP workspace. */
export const stackId = (fleet: string, account: string, region: string): string => `${fleet}-${account}-${region}`;

/** Where a target's state lies below the fleet's bucket or folder; `{account}` and `{region}` may be filled in later. */
export const stateKey = (fleet: string, account = "{account}", region = "{region}"): string =>
  `${fleet}/${account}/${region}.tfstate`;

/** Terraform address, without its type, of the topic that a stack makes. */
export const TOPIC_ADDRESS = "alerts";

/** Terraform address, without its type, of the look-up of the trail's log group. */
export const LOG_GROUP_ADDRESS = "trail";

/** Terraform address, without its type, of a control's filter and alarm: `cis-4.7` is `cis_4_7`. */
export const controlAddress = (controlId: string): string => controlId.replace(/[^A-Za-z0-9]+/g, "_");

/** Terraform address, without its type, of a subscription. The key is what tells its endpoint from others. */
export const subscriptionAddress = (protocol: string, key: string): string =>
  `${protocol}_${createHash("sha256").update(key).digest("hex").slice(0, 8)}`;

/** Name of a topic that the config does not name. */
export const DEFAULT_TOPIC_NAME = "KMSCustomerKeyEvents";

/** Names of a stack's outputs; those of a control start with its address. */
export const OUTPUTS = {
  topicName: "topic_name",
  topicArn: "topic_arn",
  alarmName: (control: string) => `${controlAddress(control)}_alarm_name`,
  alarmArn: (control: string) => `${controlAddress(control)}_alarm_arn`,
  filterName: (control: string) => `${controlAddress(control)}_filter_name`,
  filterLogGroupArn: (control: string) => `${controlAddress(control)}_filter_log_group_arn`,
} as const;
