"""ministack, with two answers that Terraform's AWS provider needs in full, and calls that IAM judges by their resource.

An alarm: in the Query protocol ministack describes a part of it only, so that every alarm looks changed. Its JSON
answer is complete: here it serves both.

A new subscription: ministack leaves out the ARN of one that waits for confirmation, also when the caller asks for it,
so that no HTTPS endpoint can be subscribed. It knows the ARN when the same subscription is made again.

What a call is about, with AUTH=true: where ministack does not find it in the request, it asks the policies about `*`.
Here it is the ARN that the Service Authorization Reference names. `aws:PrincipalArn` is the ARN of the role, as the IAM
User Guide says of it, and not that of its session. With LAB_TLS=true every call counts as one over TLS.
"""

import json
import os
import re
from xml.sax.saxutils import escape

from ministack.app import app  # noqa: F401
from ministack.core import iam_actions, iam_evaluator
from ministack.services import cloudwatch, sns

describe_alarms = cloudwatch._describe_alarms
subscribe = sns._subscribe


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
            request[name] = values[0] if isinstance(values, list) else values
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


extract_resource_arn = iam_actions.extract_resource_arn


def resource_in_full(service, method, path, headers, body, query_params, region, account_id):
    arn = extract_resource_arn(service, method, path, headers, body, query_params, region, account_id)
    if arn != "*":
        return arn
    request = fields_of(headers, body, query_params)
    if service == "monitoring":
        names = request.get("AlarmNames")
        alarm = request.get("AlarmName") or (names[0] if names else None)
        return request.get("ResourceARN") or (f"arn:aws:cloudwatch:{region}:{account_id}:alarm:{alarm}" if alarm else arn)
    if service == "sns":
        subscription = request.get("SubscriptionArn")
        return subscription.rsplit(":", 1)[0] if subscription else request.get("ResourceArn", arn)
    if service == "kms":
        return f"arn:aws:kms:{region}:{account_id}:{request['AliasName']}" if "AliasName" in request else arn
    if service == "cloudtrail":
        return request.get("ResourceId") or (request.get("ResourceIdList") or [arn])[0]
    return arn


def fields_of(headers, body, query_params):
    """The fields of a request in JSON or in the Query protocol."""
    return json.loads(body or "{}") if "json" in headers.get("content-type", "") else from_query(query_params)


resolve_condition_key = iam_evaluator._resolve_condition_key


def condition_key_in_full(key, ctx):
    value = resolve_condition_key(key, ctx)
    if key.lower() == "aws:securetransport" and os.environ.get("LAB_TLS") == "true":
        return "true"
    if key.lower() != "aws:principalarn":
        return value
    return re.sub(r":sts::(\d+):assumed-role/([^/]+)/.*", r":iam::\1:role/\2", value)


iam_evaluator._resolve_condition_key = condition_key_in_full
iam_actions.extract_resource_arn = resource_in_full
cloudwatch._describe_alarms = describe_alarms_in_full
sns._subscribe = subscribe_in_full
