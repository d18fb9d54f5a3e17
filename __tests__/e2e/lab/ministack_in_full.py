"""ministack, with alarms described in full.

Terraform's AWS provider asks in the Query protocol, which ministack answers with a part of each alarm, so that every
alarm looks changed. Its JSON answer is complete: here it serves both.
"""

import json
from xml.sax.saxutils import escape

from ministack.app import app  # noqa: F401
from ministack.services import cloudwatch

describe_alarms = cloudwatch._describe_alarms


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


cloudwatch._describe_alarms = describe_alarms_in_full
