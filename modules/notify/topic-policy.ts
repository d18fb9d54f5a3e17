import {
  accountRoot,
  alarmArn,
  type Locality,
  onlyTls,
  type PolicyDocument,
  policy,
  roleArn,
  ruleArn,
  SERVICE,
  type Statement,
} from "../aws";
import type { MadeTopic } from "../fleet";
import { publishersAt } from "./publishers";

/** Path and name of the role with which Security Hub checks an account. */
const SECURITY_HUB_ROLE = "aws-service-role/securityhub.amazonaws.com/AWSServiceRoleForSecurityHub";

/**
 * What lets the alarms and rules of these accounts publish to a topic. The accounts are listed once a statement, so that
 * hundreds fit into the 30 KB that SNS allows.
 *
 * EventBridge may leave out for whom it calls, and AWS says that its statement can have no condition: these hold where
 * nothing is sent, and keep others out where it is.
 *
 * Source: SNS Developer Guide, "Example cases for Amazon SNS access control"; EventBridge User Guide, "Using
 * resource-based policies"; IAM User Guide, "...IfExists condition operators".
 */
export function publishStatements(arn: string, publishers: readonly string[], at: Locality): Statement[] {
  const there = publishersAt(publishers, at);
  const publish = (Sid: string, service: string, source: string, ifSent = ""): Statement => ({
    Sid,
    Effect: "Allow",
    Principal: { Service: service },
    Action: "sns:Publish",
    Resource: arn,
    Condition: {
      [`StringEquals${ifSent}`]: { "aws:SourceAccount": publishers },
      [`ArnLike${ifSent}`]: { "aws:SourceArn": source },
    },
  });
  return [
    publish("AlarmsPublish", SERVICE.cloudwatch, alarmArn(there, "*")),
    publish("RulesPublish", SERVICE.events, ruleArn(there, "*"), "IfExists"),
  ];
}

/**
 * Who may do what with a topic that Keywatch makes: alarms and rules of the publishing accounts publish, Security Hub of
 * those accounts sees the subscriptions (its control CloudWatch.7 asks for one), and nothing goes without TLS.
 */
export function topicPolicy({ arn, publishers }: MadeTopic, at: Locality): PolicyDocument {
  return policy(
    ...publishStatements(arn, publishers, at),
    securityHubSees(arn, publishers, at),
    onlyTls("sns:Publish", arn),
  );
}

/**
 * Several accounts are named by a condition: SNS takes 200 principals, and none of an account that is closed.
 *
 * Source: SNS Developer Guide, "Amazon SNS API permissions: Actions and resources reference", policy quotas.
 */
function securityHubSees(arn: string, publishers: readonly string[], at: Locality): Statement {
  const [account, ...others] = publishers;
  const role = { "aws:PrincipalArn": roleArn(publishersAt(publishers, at), SECURITY_HUB_ROLE) };
  const alone = account !== undefined && others.length === 0;
  return {
    Sid: "SecurityHubSeesSubscriptions",
    Effect: "Allow",
    Principal: alone ? { AWS: [accountRoot({ ...at, account })] } : "*",
    Action: "sns:ListSubscriptionsByTopic",
    Resource: arn,
    Condition: alone ? { ArnLike: role } : { StringEquals: { "aws:PrincipalAccount": publishers }, ArnLike: role },
  };
}
