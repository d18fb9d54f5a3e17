import { fleetNotes } from "../../modules/cli/notes";
import { organizationFleet } from "../support/fleet";
import { targetOf, targetsOf } from "../support/targets";

const notesOf = (changes: object) =>
  fleetNotes([
    targetOf({
      "accounts[0].role": "arn:aws:iam::{account}:role/keywatch-deploy",
      "accounts[0].liveness": true,
      ...changes,
    }),
  ]);

test("a topic that would have to tell of its own failure is named", () => {
  expect(notesOf({})).toEqual([
    "keywatch-111111111111-eu-west-1: that KMSCustomerKeyEvents fails to deliver is told over KMSCustomerKeyEvents alone. Name another way in `liveness.actions`, or a topic of its own in `routes`.",
  ]);
});

const SECOND = "arn:aws:sns:{region}:{account}:second";

test.each([
  ["liveness is off", { "accounts[0].liveness": false }],
  ["notifications are not watched", { "accounts[0].liveness": { notifications: false } }],
  ["these alarms act otherwise too", { "accounts[0].liveness": { actions: [SECOND] } }],
  ["all alarms act otherwise too", { "accounts[0].actions": { alarm: [SECOND] } }],
  ["there is another topic", { "accounts[0].routes": { low: {} } }],
])("nothing is said where %s", (_, changes) => {
  expect(notesOf(changes)).toEqual([]);
});

describe("the management account, which no StackSet reaches,", () => {
  const notesOn = (changes: object) => fleetNotes(targetsOf(organizationFleet({ ...changes })));
  const management = { id: "888888888888", name: "management" };

  test("is named where it is not listed", () => {
    expect(notesOn({})).toEqual([
      "keywatch-organization: no StackSet reaches the management account 888888888888. List it under `accounts` with `fastPath: true`, or nobody hears of its keys at once.",
    ]);
    expect(notesOn({ "accounts[3]": management })).toHaveLength(1);
  });

  test.each([
    ["it tells of its events itself", { "accounts[3]": { ...management, fastPath: true } }],
    ["it is to be left out", { "organization.exclude": ["888888888888"] }],
    ["another account makes the StackSet", { "organization.delegatedAdmin": true }],
  ])("is not where %s", (_, changes) => {
    expect(notesOn(changes)).toEqual([]);
  });
});

describe("a pattern of one's own", () => {
  const CIS =
    "{($.eventSource = kms.amazonaws.com) && (($.eventName=DisableKey) || ($.eventName=ScheduleKeyDeletion))}";
  const notesOn = (pattern: string) =>
    notesOf({ "accounts[0].liveness": false, "accounts[0].controls": { "cis-4.7": { filter: { pattern } } } });
  const objection = (text: string) => [`keywatch-111111111111-eu-west-1: the pattern of cis-4.7 ${text}`];

  test.each([
    ["the catalogue's", CIS],
    ["with other blanks", CIS.replaceAll(" ", "  ")],
  ])("is not named: %s", (_, pattern) => {
    expect(notesOn(pattern)).toEqual([]);
  });

  test.each([
    ["quotes", CIS.replace("kms.amazonaws.com", '"kms.amazonaws.com"')],
    [
      "another order",
      CIS.replace("DisableKey", "x").replace("ScheduleKeyDeletion", "DisableKey").replace("=x", "=ScheduleKeyDeletion"),
    ],
  ])("that says the same with %s is named", (_, pattern) => {
    expect(notesOn(pattern)).toEqual(
      objection("counts the catalogue's events in other words; checkers that compare texts refuse it."),
    );
  });

  test.each([CIS.replace("DisableKey", "EnableKey"), CIS.toLowerCase()])(
    "that counts other events is named: %s",
    (pattern) => {
      expect(notesOn(pattern)).toEqual(objection("counts other events than the catalogue's; checkers refuse it."));
    },
  );
});
