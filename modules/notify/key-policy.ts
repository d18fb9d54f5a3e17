import { alarmArn, keyGuard, type Locality, type PolicyDocument, policy, SERVICE, type Statement } from "../aws";
import { publishersAt } from "./publishers";

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
      Principal: { Service: SERVICE.cloudwatch },
      Action: USE,
      Resource: "*",
      Condition: {
        StringEquals: { "aws:SourceAccount": publishers },
        ArnLike: { "aws:SourceArn": alarmArn(publishersAt(publishers, at), "*") },
      },
    },
    { Sid: "RulesUse", Effect: "Allow", Principal: { Service: SERVICE.events }, Action: USE, Resource: "*" },
  ];
}

/** The policy of a key that is made for a topic: guarded by its keepers, and used by the topic's publishers. */
export const keyPolicy = (publishers: readonly string[], keepers: readonly string[], at: Locality): PolicyDocument =>
  policy(...keyGuard(keepers, at), ...publisherStatements(publishers, at));
