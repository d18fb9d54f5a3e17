import { keywatchControl } from "../define";
import { all, any, event, NOT_BY_DEPLOY_ROLE, pattern, SUCCEEDED } from "./conditions";

/**
 * The star takes in the topics of severities, whose names begin with the common one's, and the ARNs of subscriptions.
 * A filter policy that no message meets (`SetSubscriptionAttributes`) silences a subscription as well as its end does.
 * Who unsubscribes by the link in an email is not signed in, and CloudTrail does not see it.
 */
export const keywatchRemoved = keywatchControl({
  id: "keywatch-removed",
  name: "KeywatchRemoved",
  title: "What Keywatch alerts with was removed or changed by another than the deploy role",
  severity: "critical",
  pattern: pattern(
    SUCCEEDED,
    NOT_BY_DEPLOY_ROLE,
    any(
      all(
        '($.requestParameters.logGroupName = "{logGroup}")',
        event("DeleteMetricFilter", "PutMetricFilter", "DeleteLogGroup"),
      ),
      all(
        '($.requestParameters.topicArn = "{topic}*")',
        event("DeleteTopic", "SetTopicAttributes", "AddPermission", "RemovePermission"),
      ),
      all('($.requestParameters.subscriptionArn = "{topic}*")', event("Unsubscribe", "SetSubscriptionAttributes")),
    ),
  ),
  subject: "alert path",
  meaning:
    "Somebody other than the deploy role removed or changed a metric filter on the trail's log group, the log group, the topic or a subscription: further alerts may not arrive.",
  response:
    "Find DeleteMetricFilter, PutMetricFilter, DeleteLogGroup, DeleteTopic, SetTopicAttributes, AddPermission, RemovePermission, Unsubscribe and SetSubscriptionAttributes in CloudTrail: caller and resource. Deploy the stack again, then look for what happened meanwhile.",
  sources: [
    "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/logging_cw_api_calls_cwl.html",
    "https://docs.aws.amazon.com/sns/latest/dg/logging-using-cloudtrail.html",
  ],
});
