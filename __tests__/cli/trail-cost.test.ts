import { trailCost } from "../../modules/cli/trail-cost";
import { targetOf } from "../support/targets";

test("a trail that is made has its price", () => {
  expect(trailCost(targetOf({ "accounts[0].trail": { create: {} } }))).toEqual([
    "keywatch-111111111111-eu-west-1 makes a trail: about 1.00 USD a month for its key, 0.50 USD for each GB of events and " +
      "0.05 USD a month for each GB that is kept. Where another trail records the account, 2.00 USD for 100,000 events.",
  ]);
});

test("a trail that exists has none", () => {
  expect(trailCost(targetOf())).toEqual([]);
});
