"""What ministack leaves out when it asks IAM, with AUTH=true.

What a call is about: where ministack does not find it in the request, it asks the policies about `*`. Here it is the ARN
that the Service Authorization Reference names.

Who calls: `aws:PrincipalArn` is the ARN of the role, as the IAM User Guide says of it, and not that of its session.

How: with LAB_TLS=true every call counts as one over TLS, which nothing here speaks.

Who hands a role to a service: `iam:PassRole` is asked for the role, and `iam:PassedToService` is the service.

What bounds a role: `iam:PermissionsBoundary` is the boundary that a call of IAM sets, or that of the role which it is about.

What is told: a refusal names the resource, as AWS does.
"""

import json
import os
import re
from contextvars import ContextVar
from urllib.parse import unquote_plus

from ministack.core import iam_actions, iam_evaluator
from ministack.services import iam

access_denied_response = iam_actions.access_denied_response
extract_iam_action = iam_actions.extract_iam_action
extract_resource_arn = iam_actions.extract_resource_arn
enforce = iam_evaluator.enforce
resolve_condition_key = iam_evaluator._resolve_condition_key


def resource_in_full(service, method, path, headers, body, query_params, region, account_id):
    arn = extract_resource_arn(service, method, path, headers, body, query_params, region, account_id)
    request = fields_of(headers, body, query_params)
    if service == "events":
        return rule_or_bus_of(request, f"{region}:{account_id}", headers["x-amz-target"].rpartition(".")[2]) or arn
    if arn != "*" or service not in RESOURCES:
        return arn
    return RESOURCES[service](request, f"{region}:{account_id}") or arn


def rule_or_bus_of(request, place, action):
    """A rule of the default bus has no bus in its ARN; ministack puts one there, and takes a bus for a rule."""
    if "ResourceARN" in request:
        return request["ResourceARN"]
    bus = request.get("EventBusName") or "default"
    if action.endswith("EventBus"):
        return f"arn:aws:events:{place}:event-bus/{request.get('Name') or bus}"
    if action.endswith("Permission"):
        return "*"
    rule = request.get("Rule") or request.get("Name")
    return rule and f"arn:aws:events:{place}:rule/{rule if bus == 'default' else f'{bus}/{rule}'}"


def alarm_or_dashboard_of(request, place):
    dashboard = request.get("DashboardName") or first(request, "DashboardNames")
    if dashboard:
        return f"arn:aws:cloudwatch::{place.partition(':')[2]}:dashboard/{dashboard}"
    alarm = request.get("AlarmName") or first(request, "AlarmNames")
    return request.get("ResourceARN") or (alarm and f"arn:aws:cloudwatch:{place}:alarm:{alarm}")


def topic_of(request, place):
    subscription = request.get("SubscriptionArn")
    return subscription.rsplit(":", 1)[0] if subscription else request.get("ResourceArn")


def alias_of(request, place):
    return "AliasName" in request and f"arn:aws:kms:{place}:{request['AliasName']}"


def trail_of(request, place):
    return request.get("ResourceId") or first(request, "ResourceIdList")


RESOURCES = {"monitoring": alarm_or_dashboard_of, "sns": topic_of, "kms": alias_of, "cloudtrail": trail_of}


def first(request, key):
    return (request.get(key) or [None])[0]


def fields_of(headers, body, query_params):
    """The fields of a request in JSON or in the Query protocol, whose lists are `Key.member.N`."""
    if "json" in headers.get("content-type", ""):
        return json.loads(body or "{}")
    fields = {}
    for key, value in query_params.items():
        name, _, member = key.partition(".member.")
        single = value[0] if isinstance(value, list) else value
        if member:
            fields.setdefault(name, []).append(single)
        else:
            fields[name] = single
    return fields


def condition_key_in_full(key, ctx):
    value = resolve_condition_key(key, ctx)
    if key.lower() == "aws:securetransport" and os.environ.get("LAB_TLS") == "true":
        return "true"
    if key.lower() == "aws:principalarn":
        return re.sub(r":sts::(\d+):assumed-role/([^/]+)/.*", r":iam::\1:role/\2", value)
    if key.lower() == "iam:permissionsboundary":
        return boundary_of(asked.get(), ctx.principal_account)
    return value


def boundary_of(request, account):
    """Source: Service Authorization Reference, "Condition keys for AWS Identity and Access Management"."""
    role = iam._roles.get_scoped(account, None, request.get("RoleName")) or {}
    return request.get("PermissionsBoundary") or role.get("PermissionsBoundary")


# Source: IAM User Guide, "Grant a user permissions to pass a role to an AWS service", and each service's own guide.
PASSING = {
    "cloudtrail:CreateTrail": "cloudtrail",
    "cloudtrail:UpdateTrail": "cloudtrail",
    "events:PutTargets": "events",
    "s3:PutReplicationConfiguration": "s3",
    "scheduler:CreateSchedule": "scheduler",
    "scheduler:UpdateSchedule": "scheduler",
    "sns:SetSubscriptionAttributes": "sns",
    "sns:Subscribe": "sns",
}
ROLE = re.compile(r"arn:aws:iam::\d+:role/[\w+=,.@/-]+")

asked = ContextVar("asked", default={})
passed = ContextVar("passed", default=())
unpassed = ContextVar("unpassed", default=None)


def action_in_full(service, method, path, headers, body, query_params):
    action = extract_iam_action(service, method, path, headers, body, query_params)
    asked.set(fields_of(headers, body, query_params) if service == "iam" else {})
    text = unquote_plus((body or b"").decode(errors="replace"))
    passed.set(tuple(sorted(set(ROLE.findall(text)))) if action in PASSING else ())
    unpassed.set(None)
    return action


def enforce_in_full(access_key_id, iam_action, service, region, **more):
    denied = enforce(access_key_id, iam_action, service, region, **more)
    if denied:
        return denied
    for role in passed.get():
        to = {"iam:PassedToService": f"{PASSING[iam_action]}.amazonaws.com"}
        denied = enforce(access_key_id, "iam:PassRole", "iam", region, resource_arn=role, service_context=to)
        if denied:
            unpassed.set(role)
            return denied
    return None


def denied_in_full(service, action, principal_arn, request_id, *, resource_arn="*", message="", **more):
    if unpassed.get():
        action, resource_arn = "iam:PassRole", unpassed.get()
    if not (message or more.get("explicit_deny") or more.get("error_code")):
        message = iam_actions.identity_denial_message(action, principal_arn, resource_arn, False)
    return access_denied_response(
        service, action, principal_arn, request_id, resource_arn=resource_arn, message=message, **more
    )


iam_actions.access_denied_response = denied_in_full
iam_actions.extract_iam_action = action_in_full
iam_actions.extract_resource_arn = resource_in_full
iam_evaluator.enforce = enforce_in_full
iam_evaluator._resolve_condition_key = condition_key_in_full
