import { accountRoot, alarmArn, type Locality, type PolicyDocument, policy, type Statement } from "../aws";

/** What a publisher needs of the key of an encrypted topic. */
const USE = ["kms:Decrypt", "kms:GenerateDataKey*"];

/** What could blind the topic: the key's end, and a policy that takes away its protection. */
const ENDING = ["kms:DisableKey", "kms:ScheduleKeyDeletion", "kms:PutKeyPolicy"];

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

/**
 * The policy of a key that is made for a topic: the account administers it, publishers use it, and only its keepers may
 * disable it, schedule its deletion or change this policy. With no keeper known, every administrator may.
 */
export function keyPolicy(publishers: readonly string[], keepers: readonly string[], at: Locality): PolicyDocument {
  const administration: Statement = {
    Sid: "AccountAdministers",
    Effect: "Allow",
    Principal: { AWS: accountRoot(at) },
    Action: "kms:*",
    Resource: "*",
  };
  const protection: Statement = {
    Sid: "OnlyKeepersEndIt",
    Effect: "Deny",
    Principal: "*",
    Action: ENDING,
    Resource: "*",
    Condition: { ArnNotLike: { "aws:PrincipalArn": keepers } },
  };
  return policy(administration, ...publisherStatements(publishers, at), ...(keepers.length > 0 ? [protection] : []));
}
