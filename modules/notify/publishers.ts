import type { Locality } from "../aws";

/**
 * Where the alarms and rules of these accounts are, for ARN conditions: in the one account, or in any. Several are listed
 * by `aws:SourceAccount` alone, because ARNs of hundreds would not fit into the policy of a topic.
 */
export const publishersAt = ([first = "*", ...others]: readonly string[], at: Locality): Locality => ({
  ...at,
  account: others.length > 0 ? "*" : first,
});
