import {
  type IdentityStatement,
  type Locality,
  logStreamArn,
  type PolicyDocument,
  policy,
  SERVICE,
  type TrustStatement,
} from "../aws";

/**
 * Who may act as the delivery role: CloudTrail. There is no condition, because CloudTrail supports neither `aws:SourceArn`
 * nor `aws:SourceAccount` here; who makes a trail with the role needs `iam:PassRole` in its account.
 *
 * Source: CloudTrail User Guide, "Role policy document for CloudTrail to use CloudWatch Logs for monitoring".
 */
export const deliveryTrust = (): PolicyDocument<TrustStatement> =>
  policy({
    Sid: "TrailActs",
    Effect: "Allow",
    Principal: { Service: SERVICE.cloudtrail },
    Action: "sts:AssumeRole",
  });

/** What the delivery role may do: make and fill the account's streams in the trail's log group, whose names AWS fixes. */
export const deliveryPolicy = (logGroup: string, at: Locality): PolicyDocument<IdentityStatement> =>
  policy({
    Sid: "WriteEvents",
    Effect: "Allow",
    Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
    Resource: logStreamArn(at, logGroup, `${at.account}_CloudTrail_${at.region}`),
  });
