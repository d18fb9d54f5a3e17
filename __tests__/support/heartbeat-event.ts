import type { Locality } from "../../modules/aws";

/** CloudTrail's record of the heartbeat of a stack, as EventBridge Scheduler makes the call with the stack's role. */
export const heartbeatEvent = ({ account, region }: Pick<Locality, "account" | "region">) => {
  const role = `keywatch-${account}-${region}-beat`;
  return {
    eventVersion: "1.11",
    userIdentity: {
      type: "AssumedRole",
      principalId: "AROAEXAMPLE:c5a3b1f0d2e4",
      arn: `arn:aws:sts::${account}:assumed-role/${role}/c5a3b1f0d2e4`,
      accountId: account,
      sessionContext: {
        sessionIssuer: {
          type: "Role",
          principalId: "AROAEXAMPLE",
          arn: `arn:aws:iam::${account}:role/${role}`,
          accountId: account,
          userName: role,
        },
      },
      invokedBy: "scheduler.amazonaws.com",
    },
    eventSource: "kms.amazonaws.com",
    eventName: "GenerateRandom",
    awsRegion: region,
    sourceIPAddress: "scheduler.amazonaws.com",
    userAgent: "scheduler.amazonaws.com",
    requestParameters: { numberOfBytes: 1 },
    responseElements: null,
    readOnly: true,
    eventType: "AwsApiCall",
    managementEvent: true,
    recipientAccountId: account,
    eventCategory: "Management",
  };
};
