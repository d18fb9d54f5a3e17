import {
  DeleteLogGroupCommand,
  DeleteMetricFilterCommand,
  type MetricFilter,
  PutMetricFilterCommand,
  PutRetentionPolicyCommand,
} from "@aws-sdk/client-cloudwatch-logs";
import type { Account } from "../../lab/accounts";
import { readLogGroups, readMetricFilters } from "../../lab/holdings";
import { logGroup } from "../fleet";
import { createTrailLogGroup } from "../trail";
import type { Fault } from "./fault";
import { disableKey } from "./keys";

export const logGroupFaults = {
  deleted: (async (account) => {
    const filters = await readMetricFilters(account);
    const group = (await readLogGroups(account)).find(({ logGroupName }) => logGroupName === logGroup);
    await account.logs.send(new DeleteLogGroupCommand({ logGroupName: logGroup }));
    return async () => {
      await createTrailLogGroup(account, logGroup, group?.kmsKeyId);
      for (const filter of filters) await putFilter(account, filter, {});
    };
  }) as Fault,
  shortLived: (async ({ logs }) => {
    await logs.send(new PutRetentionPolicyCommand({ logGroupName: logGroup, retentionInDays: 30 }));
    return () => logs.send(new PutRetentionPolicyCommand({ logGroupName: logGroup, retentionInDays: 365 }));
  }) as Fault,
  keyDisabled: (async (account) => {
    const group = (await readLogGroups(account)).find(({ logGroupName }) => logGroupName === logGroup);
    return disableKey(account, group?.kmsKeyId);
  }) as Fault,
};

const putFilter = ({ logs }: Account, filter: MetricFilter | undefined, changes: Partial<MetricFilter>) =>
  logs.send(
    new PutMetricFilterCommand({
      logGroupName: filter?.logGroupName,
      filterName: filter?.filterName,
      filterPattern: filter?.filterPattern,
      metricTransformations: filter?.metricTransformations,
      ...changes,
    }),
  );

export const CONTROL = { filter: "KMSCustomerKeyDisableOrDeleteEvents", alarm: "KMSCustomerKeyDisableOrDeleteAlarm" };

const filterNamed = async (account: Account, name: string): Promise<MetricFilter> =>
  (await readMetricFilters(account)).find(({ filterName }) => filterName === name) ?? {};

const filterWith =
  (change: (filter: MetricFilter) => Partial<MetricFilter>): Fault =>
  async (account) => {
    const filter = await filterNamed(account, CONTROL.filter);
    await putFilter(account, filter, change(filter));
    return () => putFilter(account, filter, {});
  };

const withoutFilter =
  (filterName: string): Fault =>
  async (account) => {
    const filter = await filterNamed(account, filterName);
    await account.logs.send(new DeleteMetricFilterCommand({ logGroupName: logGroup, filterName }));
    return () => putFilter(account, filter, {});
  };

export const filterFaults = {
  deleted: withoutFilter(CONTROL.filter),
  heartbeatDeleted: withoutFilter("KeywatchHeartbeats"),
  narrowed: filterWith(() => ({ filterPattern: "{($.eventSource = kms.amazonaws.com) && ($.eventName=DisableKey)}" })),
  respelled: filterWith(() => ({
    filterPattern:
      "{ ($.eventSource = kms.amazonaws.com) && (($.eventName = DisableKey) || ($.eventName = ScheduleKeyDeletion)) }",
  })),
  otherMetric: filterWith(({ metricTransformations: [metric] = [] }) => ({
    metricTransformations: [{ metricName: "other", metricNamespace: metric?.metricNamespace, metricValue: "1" }],
  })),
  counts0: filterWith(({ metricTransformations: [metric] = [] }) => ({
    metricTransformations: [
      { metricName: metric?.metricName, metricNamespace: metric?.metricNamespace, metricValue: "0" },
    ],
  })),
};
