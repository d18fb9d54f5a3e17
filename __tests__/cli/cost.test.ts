import { withFile } from "../support/config-file";
import { layeredFleet, type Raw, smallFleet } from "../support/fleet";
import { keywatch } from "../support/keywatch";

const costOf = (config: Raw, ...args: readonly string[]) =>
  withFile("keywatch.config.json", JSON.stringify(config), (file) => keywatch(["cost", "--config", file, ...args]));

test("what a fleet costs, by account and by kind", () => {
  expect(costOf(layeredFleet())).toEqual({
    code: 0,
    err: "",
    out: `*About 3.31 USD a month*: 3.30 for what is there, 0.01 for what happens.
Assumed: 10 events a month for each control of a target, 1 GB a month for each trail that is made.

ACCOUNT       NAME           STANDING  USAGE  USD A MONTH
111111111111  payments-prod  1.10      0.00   1.10
222222222222  data-prod      2.20      0.01   2.21

KIND     QUANTITY  PRICE                                    USD A MONTH  OF IT FREE
alarms   3         0.10 per alarm and month                 0.30         0.30
keys     3         1.00 per customer managed key and month  3.00         0.00
metrics  0.04      0.30 per metric and month                0.01         0.01
emails   30        0.00002 per email                        0.00         0.00

(List prices of November 2026 for us-east-1, us-east-2, us-west-2.)
(Elsewhere they differ a little: those figures are estimates.)
(A key costs 1.00 more from its first yearly rotation on, and 1.00 more from its second.)
(SMS, HCP Terraform and the cents for states in S3 are left out.)
Up to 0.31 USD of it are free, if nothing else in the organization uses AWS's monthly allowances.
`,
  });
});

test("what a made trail costs, with the events that are assumed", () => {
  const { out } = costOf(smallFleet({ "accounts[0].trail": { create: {} } }), "--gb", "20", "--events-per-month", "0");
  expect(out).toContain(
    "GB into log groups     20        0.50 per GB that a log group takes in         10.00        2.50",
  );
  expect(out).toContain("(Where another trail records the account, 100,000 events cost 2.00.)");
});

test("the same for machines, with the prices and their sources", () => {
  const { out } = costOf(smallFleet(), "--json", "--events-per-month", "0");
  expect(JSON.parse(out)).toMatchObject({
    assumed: { events: 0, gigabytes: 1 },
    total: { standing: 1.1, usage: 0, total: 1.1 },
    prices: {
      of: "November 2026",
      currency: "USD",
      list: { alarm: { usd: 0.1, free: 10, source: "https://aws.amazon.com/cloudwatch/pricing/" } },
    },
  });
});

test.each([
  ["--gb", "much"],
  ["--events-per-month", "-1"],
])("%s %s is wrong use", (option, value) => {
  const { code, err } = costOf(smallFleet(), option, value);
  expect(code).toBe("wrong use");
  expect(err).toContain("A number from 0 up is expected.");
});
