import { alarmArn, keyGuard, type Locality, type PolicyDocument, policy, type Statement } from "../aws";

/** What a publisher needs of the key of an encrypted topic. */
const USE = ["kms:Decrypt", "kms:GenerateDataKey*"];

/**
 * What lets the alarms and rules of these accounts use the key of an encrypted topic. For EventBridge there is no
 * condition: with `aws:SourceAccount` or `aws:SourceArn` it cannot deliver.
 *
 * Source: SNS Developer Guide, "Enable compatibility between event sources from AWS services and encrypted topics".
 */
export function publisherStatements(publishers: readonly string[], at: Locality): Statement[] {
  return [
    {
      Sid: "AlarmsUse",
      Effect: "Allow",
      Principal: { Service: "cloudwatch.amazonaws.com" },
      Action: USE,
      Resource: "*",
      Condition: {
        StringEquals: { "aws:SourceAccount": publishers },
        ArnLike: { "aws:SourceArn": alarmArn({ ...at, account: "*" }, "*") },
      },
    },
    { Sid: "RulesUse", Effect: "Allow", Principal: { Service: "events.amazonaws.com" }, Action: USE, Resource: "*" },
  ];
}

/** The policy of a key that is made for a topic: guarded by its keepers, and used by the topic's publishers. */
export const keyPolicy = (publishers: readonly string[], keepers: readonly string[], at: Locality): PolicyDocument =>
  policy(...keyGuard(keepers, at), ...publisherStatements(publishers, at));
