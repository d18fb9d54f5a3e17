import { SAVED_QUERIES } from "../../modules/queries";
import { hubFleet } from "../support/fleet";
import { stackOf } from "../support/stacks";
import { targetOf, targetsOf } from "../support/targets";

test.each([undefined, false])("with queries: %s none are saved", (setting) => {
  expect(targetOf({ "accounts[0].queries": setting }).queries).toBeUndefined();
});

test("a query is saved on the trail's log group, in a folder of the fleet's name", () => {
  const { aws_cloudwatch_query_definition } = stackOf({ "accounts[0].queries": true }).resource;
  expect(Object.keys(aws_cloudwatch_query_definition)).toHaveLength(SAVED_QUERIES.length);
  expect(aws_cloudwatch_query_definition.query_used_while_pending_deletion).toEqual({
    name: "keywatch/Uses of keys that wait for their deletion",
    log_group_names: ["trail"],
    query_string: `fields @timestamp, recipientAccountId, awsRegion, eventName, coalesce(requestParameters.keyId, resources.0.ARN) as key, userIdentity.arn, sourceIPAddress, errorCode, errorMessage
| filter eventSource = "kms.amazonaws.com"
| filter errorMessage like /is pending deletion/
| sort @timestamp desc
| limit 1000`,
  });
});

test("on a trail that is made, they wait for the log group", () => {
  const { aws_cloudwatch_query_definition } = stackOf({
    "accounts[0].queries": true,
    "accounts[0].trail": { create: {} },
  }).resource;
  expect(aws_cloudwatch_query_definition.query_one_key.log_group_names).toEqual([
    "${aws_cloudwatch_log_group.trail.name}",
  ]);
});

test("where nothing is watched there is nothing to ask", () => {
  expect(targetsOf(hubFleet({ "defaults.queries": true })).at(-1)?.queries).toBeUndefined();
});

test("ids and titles are there once, and titles fit CloudWatch", () => {
  for (const names of [SAVED_QUERIES.map(({ id }) => id), SAVED_QUERIES.map(({ title }) => title)])
    expect(new Set(names).size).toBe(SAVED_QUERIES.length);
  expect(Math.max(...SAVED_QUERIES.map(({ title }) => title.length)) + 31).toBeLessThanOrEqual(255);
});

/** Each line of a query but the first is a command after a bar. */
test.each(SAVED_QUERIES.map(({ id, lines }) => ({ id, lines })))("$id is a chain of commands", ({ lines }) => {
  expect(lines[0]).toMatch(/^fields @timestamp/);
  expect(lines.slice(1).filter((line) => !/^\| (filter|sort|limit|stats) \S/.test(line))).toEqual([]);
});
