import { matches } from "../../../modules/controls/filter-pattern";
import { parsed } from "./parsed";

/** The page of today, its edition of 2019 in github.com/awsdocs/amazon-cloudwatch-logs-user-guide, and what users saw. */
const PAGE = "docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html";
const JSON_TERMS = `${PAGE}#matching-terms-json-log-events`;
const REGEX = `${PAGE}#regex-expressions`;
const EDITION_2019 = "awsdocs/amazon-cloudwatch-logs-user-guide@1487b94 doc_source/FilterAndPatternSyntax.md";

const TRAIL_EVENT = {
  eventType: "UpdateTrail",
  sourceIPAddress: "111.111.111.111",
  arrayKey: ["value", "another value"],
  objectList: [
    { name: "a", id: 1 },
    { name: "b", id: 2 },
  ],
  SomeObject: null,
  "cluster.name": "c",
  ThisFlag: true,
};

const USER_EVENT = {
  user: { id: 1, email: "John.Stiles@example.com" },
  users: [
    { id: 2, email: "John.Doe@example.com" },
    { id: 3, email: "Jane.Doe@example.com" },
  ],
  actions: ["GET", "PUT", "DELETE"],
  coordinates: [
    [0, 1, 2],
    [4, 5, 6],
    [7, 8, 9],
  ],
};

type Row = readonly [pattern: string, event: unknown, expected: boolean, source: string];

const regexRow = (regex: string, text: string, expected: boolean): Row => [
  `{ $.a = ${regex} }`,
  { a: text },
  expected,
  REGEX,
];

const ROWS: readonly Row[] = [
  ['{ $.eventType = "UpdateTrail" }', TRAIL_EVENT, true, JSON_TERMS],
  ["{ $.sourceIPAddress != 123.123.* }", TRAIL_EVENT, true, JSON_TERMS],
  ["{ $.sourceIPAddress != 123.123.* }", { sourceIPAddress: "123.123.1.1" }, false, JSON_TERMS],
  ['{ $.arrayKey[0] = "value" }', TRAIL_EVENT, true, JSON_TERMS],
  ['{ $.arrayKey[1] = "value" }', TRAIL_EVENT, false, JSON_TERMS],
  ["{ $.eventType = %Trail% }", TRAIL_EVENT, true, JSON_TERMS],
  ["{ $.arrayKey[*] = %val.{2}% }", TRAIL_EVENT, true, JSON_TERMS],
  ["{ $.* = %111\\.111\\.111\\.1[0-9]{1,2}% }", TRAIL_EVENT, true, JSON_TERMS],
  ["{ $.['cluster.name'] = \"c\" }", TRAIL_EVENT, true, JSON_TERMS],
  ["{ $.cluster.name = c }", TRAIL_EVENT, false, JSON_TERMS],
  ["{ $.SomeObject IS NULL }", TRAIL_EVENT, true, JSON_TERMS],
  ["{ $.SomeOtherObject IS NULL }", TRAIL_EVENT, false, JSON_TERMS],
  ["{ $.SomeOtherObject NOT EXISTS }", TRAIL_EVENT, true, JSON_TERMS],
  ["{ $.SomeObject NOT EXISTS }", TRAIL_EVENT, false, JSON_TERMS],
  ["{ $.ThisFlag IS TRUE }", TRAIL_EVENT, true, EDITION_2019],
  ["{ $.ThisFlag IS FALSE }", TRAIL_EVENT, false, EDITION_2019],
  ["{ $.ThisFlag IS FALSE }", { ThisFlag: false }, true, EDITION_2019],
  ["{ $.objectList[1].id = 2 }", TRAIL_EVENT, true, EDITION_2019],
  ["{ $.objectList[1].id = 2 }", { objectList: "b" }, false, EDITION_2019],
  ["{ $.objectList[1].id = 2 }", { objectList: [1, 2] }, false, EDITION_2019],

  ['{ ($.user.id = 1) && ($.users[0].email = "John.Doe@example.com") }', USER_EVENT, true, JSON_TERMS],
  [
    '{ $.user.email = "John.Stiles@example.com" || $.coordinates[0][1] = "nonmatch" && $.actions[2] = "nonmatch" }',
    USER_EVENT,
    true,
    JSON_TERMS,
  ],
  [
    '{ ($.user.email = "John.Stiles@example.com" || $.coordinates[0][1] = "nonmatch") && $.actions[2] = "nonmatch" }',
    USER_EVENT,
    false,
    JSON_TERMS,
  ],
  ['{ ($.user.id = 2 && $.users[0].email = "nonmatch") || $.actions[2] = "GET" }', USER_EVENT, false, JSON_TERMS],
  ["{ $.coordinates[0][1] = 1 }", USER_EVENT, true, JSON_TERMS],

  ["{ $.bandwidth > 75 }", { bandwidth: 76 }, true, JSON_TERMS],
  ["{ $.bandwidth > 75 }", { bandwidth: 75 }, false, JSON_TERMS],
  ["{ $.latency < 50 }", { latency: 49.5 }, true, JSON_TERMS],
  ["{ $.refreshRate >= 60 }", { refreshRate: 60 }, true, JSON_TERMS],
  ["{ $.responseTime <= 5 }", { responseTime: 5.1 }, false, JSON_TERMS],
  ["{ $.errorCode = 400}", { errorCode: 400 }, true, JSON_TERMS],
  ["{ $.errorCode != 500 }", { errorCode: 400 }, true, JSON_TERMS],
  ["{ $.number[0] = 1e+3 }", { number: [1000] }, true, JSON_TERMS],
  ["{ $.number[0] != 1e-3 }", { number: [0.001] }, false, JSON_TERMS],
  ["{ $.numbers[0] < 10e3 }", { numbers: [9999] }, true, EDITION_2019],
  [
    "{ $.processes[4].averageRuntime <= 55.5 }",
    { processes: [0, 0, 0, 0, { averageRuntime: 55.5 }] },
    true,
    EDITION_2019,
  ],
  ["{ $.latency > +1000 }", { latency: 1001 }, true, EDITION_2019],
  // "Use the asterisk as a wild card to match numbers."
  ["{ $.status_code = 4* }", { status_code: 404 }, true, JSON_TERMS],
  ["{ $.status_code = 4* }", { status_code: 500 }, false, JSON_TERMS],
  // "{ $.latency = * }" publishes a latency.
  ["{ $.latency = * }", { latency: 50, requestType: "GET" }, true, `${PAGE} (publishing values)`],
  ["{ $.latency = * }", { requestType: "GET" }, false, `${PAGE} (publishing values)`],
  // "recipientAccountId is 123456789012", which CloudTrail writes as a string.
  ["{ $.recipientAccountId = 123456789012 }", { recipientAccountId: "123456789012" }, true, EDITION_2019],
  ["{ $.a = 1000 }", { a: "1e3" }, false, `${JSON_TERMS}: strings don't support scientific notation`],

  ["{ $.name = *Event }", { name: "PutEvent" }, true, EDITION_2019],
  ["{ $.name = Event* }", { name: "EventId" }, true, EDITION_2019],
  ["{ $.name = *Event }", { name: "EventId" }, false, EDITION_2019],
  ["{ $.name = event* }", { name: "EventId" }, false, `${PAGE}: case sensitive`],
  [
    "{ $.request = *.html* }",
    { request: "GET /index.html HTTP/1.0" },
    true,
    `${PAGE}#matching-term-space-delimited-log-events`,
  ],
  // Today's page puts no limit on where the asterisk stands.
  ["{ $.name = Ev*ent }", { name: "Ev1ent" }, true, JSON_TERMS],
  ["{ $.name = a*ba }", { name: "aba" }, true, JSON_TERMS],
  ["{ $.name = ab*ba }", { name: "aba" }, false, JSON_TERMS],
  ["{ $.name = *a*b*c }", { name: "xaxbxc" }, true, JSON_TERMS],
  ["{ $.name = *a*b*c }", { name: "xbxaxc" }, false, JSON_TERMS],

  ...["=", "!="].flatMap((operator): Row[] => [
    [`{ $.users ${operator} 1 }`, { users: [1, 2, 3] }, false, `${EDITION_2019}: an array is no value node`],
    [`{ $.users ${operator} x }`, { users: {} }, false, `${EDITION_2019}: an object is no value node`],
    [`{ $.users ${operator} x }`, { users: null }, false, `${JSON_TERMS}: value nodes are strings or numbers`],
    [`{ $.users ${operator} true }`, { users: true }, false, `${JSON_TERMS}: value nodes are strings or numbers`],
  ]),
  [
    '{($.errorCode = "AccessDenied") && ($.userIdentity.invokedBy != "cloudfront.amazonaws.com")}',
    { errorCode: "AccessDenied", userIdentity: { accountId: "anonymous" } },
    false,
    "github.com/DataBiosphere/azul/issues/5884",
  ],

  regexRow("%^[hc]at%", "hat trick", true),
  regexRow("%^[hc]at%", "a cat", false),
  regexRow("%[hc]at$%", "a cat", true),
  regexRow("%[hc]at$%", "cats", false),
  regexRow("%colou?r%", "color", true),
  regexRow("%[abcx-z]%", "y", true),
  regexRow("%[abcx-z]%", "d", false),
  regexRow("%^a{3,5}$%", "aaaa", true),
  regexRow("%^a{3,5}$%", "aa", false),
  regexRow("%^a{,2}$%", "aa", true),
  regexRow("%^a{,2}$%", "aaa", false),
  regexRow("%^a{2,}$%", "aaa", true),
  regexRow("%^starting|^initializing|^shutting down%", "shutting down now", true),
  regexRow("%^starting|^initializing|^shutting down%", "skipping initializing", false),
  regexRow("%abcc|ab[^c]$%", "aba", true),
  regexRow("%abcc|ab[^c]$%", "aac", false),
  regexRow("%\\[.\\]%", "[@]", true),
  regexRow("%10\\.10\\.0\\.1%", "10010,051", false),
  regexRow("%10.10.0.1%", "10010,051", true),
  regexRow("%ab*c%", "ac", true),
  regexRow("%ab+c%", "ac", false),
  regexRow("%^.at$%", " at", true),
  regexRow("%^\\d\\D\\s\\S\\w\\W$%", "1a\tbc-", true),
  regexRow("%\\x28%", "f(x)", true),
  regexRow("%\\x3A%", "a:b", true),
  regexRow("%401%", "UNAUTHORIZED", false),
  ["{ $.a = %^40[0-9]$% }", { a: 404 }, true, REGEX],
  ["{ $.a != %^40[0-9]$% }", { a: 404 }, false, REGEX],
];

test.each(ROWS)("%s on %j: %s (%s)", (pattern, event, expected) => {
  expect(matches(parsed(pattern), event)).toBe(expected);
});

test.each([
  ["a field of every object has", { constructor: 1 }.constructor, "{ $.toString EXISTS }"],
  ["a list has besides its elements", { a: [1] }, "{ $.a.length EXISTS }"],
])("sees only fields of the event, not what %s", (_, event, pattern) => {
  expect(matches(parsed(pattern), event)).toBe(false);
});

test.each([null, "text", 5, [], undefined])("takes %j for an event without fields", (event) => {
  expect(matches(parsed("{ $.a EXISTS }"), event)).toBe(false);
  expect(matches(parsed("{ $.a NOT EXISTS }"), event)).toBe(true);
});

test("a long value does not slow a pattern with many asterisks", () => {
  const pattern = parsed(`{ $.a = ${"*a".repeat(100)}*b }`);
  expect(matches(pattern, { a: "a".repeat(100_000) })).toBe(false);
});
