import { fleetNotes } from "../../modules/cli/notes";
import { targetOf } from "../support/targets";

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
