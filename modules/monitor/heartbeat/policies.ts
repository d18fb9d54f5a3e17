import {
  defaultScheduleGroupArn,
  type IdentityStatement,
  type Locality,
  type PolicyDocument,
  policy,
  SERVICE,
  type TrustStatement,
} from "../../aws";

/**
 * Who may act as the heartbeat's role: EventBridge Scheduler, for schedules of this account and region. It names a
 * schedule by its group alone, so no narrower condition can be met.
 *
 * Source: EventBridge Scheduler User Guide, "Confused deputy prevention in EventBridge Scheduler".
 */
export const heartbeatTrust = (at: Locality): PolicyDocument<TrustStatement> =>
  policy({
    Sid: "ScheduleActs",
    Effect: "Allow",
    Principal: { Service: SERVICE.scheduler },
    Action: "sts:AssumeRole",
    Condition: {
      StringEquals: { "aws:SourceAccount": at.account, "aws:SourceArn": defaultScheduleGroupArn(at) },
    },
  });

/** The one thing that the role may do, which is about no key. */
export const heartbeatPermission = (action: string): PolicyDocument<IdentityStatement> =>
  policy({ Sid: "Beat", Effect: "Allow", Action: action, Resource: "*" });
