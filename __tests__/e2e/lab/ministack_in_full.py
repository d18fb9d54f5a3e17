"""ministack, with what Terraform's AWS provider and Keywatch's audit need in full, and with events of AWS services.

An alarm: in the Query protocol ministack describes a part of it only, so that every alarm looks changed. Its JSON
answer is complete: here it serves both.

A new subscription: ministack leaves out the ARN of one that waits for confirmation, also when the caller asks for it,
so that no HTTPS endpoint can be subscribed. It knows the ARN when the same subscription is made again. In the list of a
topic it shows that ARN, where AWS says PendingConfirmation.

The status of a trail: ministack delivers nothing and says no time of delivery. Here a trail has delivered the newest event
of the log group that it writes to.

The policy of an event bus: ministack takes single statements and passes over a whole policy.

A new trail: ministack forgets its tags.

Log groups: ministack has no saved queries, and cannot change a log group's key.

Events of services: AWS lets nobody put an event whose source is `aws.kms`, and ministack's KMS tells of none. Here a test
may put what KMS would have told.
"""

import json
import uuid
from xml.sax.saxutils import escape

import ministack_iam  # noqa: F401
from ministack.app import app  # noqa: F401
from ministack.services import cloudtrail, cloudwatch, cloudwatch_logs, eventbridge, sns

describe_alarms = cloudwatch._describe_alarms
subscribe = sns._subscribe
put_events = eventbridge._put_events
put_permission = eventbridge._put_permission


def describe_alarms_in_full(params, request, is_cbor, is_json):
    if is_cbor or is_json:
        return describe_alarms(params, request, is_cbor, is_json)
    status, _, body = describe_alarms({}, from_query(params), False, True)
    if status != 200:
        return describe_alarms(params, request, is_cbor, is_json)
    result = to_xml({"DescribeAlarmsResult": json.loads(body)})
    return cloudwatch._xml(200, "DescribeAlarmsResponse", result)


def from_query(params):
    """The request of `Key.member.N=value` parameters, single values as they are, members as a list."""
    request = {}
    for key, values in params.items():
        name, _, member = key.partition(".member.")
        if member:
            request.setdefault(name, []).extend(values)
        else:
            request[name] = values[0]
    return request


def to_xml(value):
    if isinstance(value, dict):
        return "".join(f"<{key}>{to_xml(timestamp(key, item))}</{key}>" for key, item in value.items() if item is not None)
    if isinstance(value, list):
        return "".join(f"<member>{to_xml(item)}</member>" for item in value)
    return str(value).lower() if isinstance(value, bool) else escape(str(value))


def timestamp(key, value):
    return cloudwatch._ts_iso(value) if key.endswith("Timestamp") and isinstance(value, (int, float)) else value


def subscribe_in_full(params):
    answer = subscribe(params)
    return subscribe(params) if answer[0] == 200 and params.get("ReturnSubscriptionArn") == ["true"] else answer


list_subscriptions = sns._list_subscriptions_by_topic


def list_subscriptions_in_full(params):
    status, headers, answer = list_subscriptions(params)
    topic, _ = sns._get_topic(sns._p(params, "TopicArn"))
    text = answer.decode() if isinstance(answer, bytes) else answer
    for subscription in (topic or {}).get("subscriptions", []):
        if not subscription["confirmed"]:
            text = text.replace(f"<SubscriptionArn>{subscription['arn']}<", "<SubscriptionArn>PendingConfirmation<")
    return status, headers, text.encode() if isinstance(answer, bytes) else text


create_trail = cloudtrail._DISPATCH["CreateTrail"]


def create_trail_in_full(body):
    answer = create_trail(body)
    if answer[0] == 200 and "TagsList" in body:
        cloudtrail._DISPATCH["AddTags"]({"ResourceId": json.loads(answer[2])["TrailARN"], "TagsList": body["TagsList"]})
    return answer


trail_status = cloudtrail._DISPATCH["GetTrailStatus"]


def trail_status_in_full(body):
    status, headers, answer = trail_status(body)
    if status != 200:
        return status, headers, answer
    _, _, trail = cloudtrail._find_visible_trail(body["Name"])
    group = trail.get("CloudWatchLogsLogGroupArn", "").removesuffix(":*").partition(":log-group:")[2]
    streams = (cloudwatch_logs._log_groups.get(group) or {}).get("streams", {}).values()
    events = [stream["lastEventTimestamp"] for stream in streams if stream["lastEventTimestamp"]]
    delivered = {"LatestCloudWatchLogsDeliveryTime": max(events) / 1000} if events else {}
    return status, headers, json.dumps({**json.loads(answer), **delivered}).encode()


def put_policy(data):
    if "Policy" not in data:
        return put_permission(data)
    eventbridge._event_bus_policies[data.get("EventBusName", "default")] = json.loads(data["Policy"])
    return eventbridge.json_response({})


queries = type(cloudwatch_logs._log_groups)()
handle_logs = cloudwatch_logs.handle_request


def put_query(data):
    name = data.get("queryDefinitionId") or str(uuid.uuid4())
    queries[name] = {**data, "queryDefinitionId": name}
    return {"queryDefinitionId": name}


def describe_queries(data):
    prefix = data.get("queryDefinitionNamePrefix", "")
    return {"queryDefinitions": [query for query in queries.values() if query["name"].startswith(prefix)]}


def delete_query(data):
    return {"success": queries.pop(data["queryDefinitionId"], None) is not None}


def associate_kms_key(data):
    cloudwatch_logs._log_groups[data["logGroupName"]]["kmsKeyId"] = data["kmsKeyId"]
    return {}


LOGS_ACTIONS = {
    "AssociateKmsKey": associate_kms_key,
    "PutQueryDefinition": put_query,
    "DescribeQueryDefinitions": describe_queries,
    "DeleteQueryDefinition": delete_query,
}


async def handle_logs_in_full(method, path, headers, body, query_params):
    action = LOGS_ACTIONS.get(headers.get("x-amz-target", "").rpartition(".")[2])
    if action is None:
        return await handle_logs(method, path, headers, body, query_params)
    return eventbridge.json_response(action(json.loads(body)))


def put_events_of_services(data):
    return put_events(data, allow_aws_source=True)


cloudwatch_logs.handle_request = handle_logs_in_full
cloudtrail._DISPATCH["CreateTrail"] = create_trail_in_full
cloudtrail._DISPATCH["GetTrailStatus"] = trail_status_in_full
cloudwatch._describe_alarms = describe_alarms_in_full
sns._subscribe = subscribe_in_full
eventbridge._put_permission = put_policy
eventbridge._put_events = put_events_of_services
sns._list_subscriptions_by_topic = list_subscriptions_in_full
