import {
  PutEventSelectorsCommand,
  StartLoggingCommand,
  StopLoggingCommand,
  UpdateTrailCommand,
} from "@aws-sdk/client-cloudtrail";
import { logGroup } from "../fleet";
import { arnOfLogGroup, deliverAt, selectAll, trailName } from "../trail";
import type { Fault } from "./fault";

const DAY = 24 * 60 * 60_000;

const trailWith =
  (broken: object, whole: object): Fault =>
  async ({ cloudtrail }) => {
    await cloudtrail.send(new UpdateTrailCommand({ Name: trailName, ...broken }));
    return () => cloudtrail.send(new UpdateTrailCommand({ Name: trailName, ...whole }));
  };

const selectorsWith =
  (selectors: Omit<ConstructorParameters<typeof PutEventSelectorsCommand>[0], "TrailName">): Fault =>
  async (account) => {
    await account.cloudtrail.send(new PutEventSelectorsCommand({ TrailName: trailName, ...selectors }));
    return () => selectAll(account);
  };

const management = { Field: "eventCategory", Equals: ["Management"] };

export const trailFaults = {
  otherLogGroup: ((account) =>
    trailWith(
      { CloudWatchLogsLogGroupArn: `${arnOfLogGroup(account, "elsewhere")}:*` },
      { CloudWatchLogsLogGroupArn: `${arnOfLogGroup(account, logGroup)}:*` },
    )(account)) as Fault,
  oneRegion: trailWith({ IsMultiRegionTrail: false }, { IsMultiRegionTrail: true }),
  unvalidated: trailWith({ EnableLogFileValidation: false }, { EnableLogFileValidation: true }),
  stopped: (async ({ cloudtrail }) => {
    await cloudtrail.send(new StopLoggingCommand({ Name: trailName }));
    return () => cloudtrail.send(new StartLoggingCommand({ Name: trailName }));
  }) as Fault,
  readOnly: selectorsWith({ EventSelectors: [{ ReadWriteType: "ReadOnly", IncludeManagementEvents: true }] }),
  withoutManagement: selectorsWith({ EventSelectors: [{ ReadWriteType: "All", IncludeManagementEvents: false }] }),
  kmsExcluded: selectorsWith({
    EventSelectors: [
      { ReadWriteType: "All", IncludeManagementEvents: true, ExcludeManagementEventSources: ["kms.amazonaws.com"] },
    ],
  }),
  advanced: selectorsWith({ AdvancedEventSelectors: [{ FieldSelectors: [management] }] }),
  kmsExcludedAdvanced: selectorsWith({
    AdvancedEventSelectors: [
      { FieldSelectors: [management, { Field: "eventSource", NotEquals: ["kms.amazonaws.com"] }] },
    ],
  }),
  silent: (async (account) => {
    await deliverAt(account, logGroup, Date.now() - 2 * DAY);
    return () => deliverAt(account, logGroup, Date.now());
  }) as Fault,
};
