import { PRICED_REGIONS, PRICES, PRICES_OF } from "../../aws";
import { type Assumptions, type Cost, KINDS } from "../../cost";
import { tableText } from "../table";
import type { Terminal } from "../terminal";

const usd = (amount: number): string => amount.toFixed(2);

/** At least two digits behind the point: a single email costs a part of a cent. */
const priceText = (price: number): string =>
  price.toLocaleString("en", { minimumFractionDigits: 2, maximumFractionDigits: 7 });

/** Up to two digits: a quantity of metrics may be a part of a month. */
const quantityText = (quantity: number): string => `${Number(quantity.toFixed(2))}`;

/** What a fleet costs, by account and by kind. */
export function costText(cost: Cost, assumed: Assumptions, { bold, dim }: Terminal): string {
  const { accounts, kinds, total, free } = cost;
  return [
    `${bold(`About ${usd(total.total)} USD a month`)}: ${usd(total.standing)} for what is there, ${usd(total.usage)} for what happens.`,
    `Assumed: ${assumed.events} events a month for each control of a target, ${assumed.gigabytes} GB a month for each trail that is made.`,
    "",
    tableText(
      ["ACCOUNT", "NAME", "STANDING", "USAGE", "USD A MONTH"],
      accounts.map(({ account, standing, usage, total: sum }) => [
        account.id,
        account.name,
        ...[standing, usage, sum].map(usd),
      ]),
    ),
    "",
    tableText(
      ["KIND", "QUANTITY", "PRICE", "USD A MONTH", "OF IT FREE"],
      kinds.map(({ kind, quantity, total: sum, free: ofIt }) => {
        const { name, price } = KINDS[kind];
        return [name, quantityText(quantity), `${priceText(price.usd)} per ${price.per}`, usd(sum), usd(ofIt)];
      }),
    ),
    "",
    ...notes(cost).map(dim),
    `Up to ${usd(free)} USD of it are free, if nothing else in the organization uses AWS's monthly allowances.`,
  ].join("\n");
}

const rotation = usd(PRICES.keyRotation.usd);

/** What the figures leave out. */
export const notes = ({ items, kinds }: Cost): string[] => [
  `List prices of ${PRICES_OF} for ${PRICED_REGIONS.join(", ")}.`,
  ...(items.some(({ estimate }) => estimate) ? ["Elsewhere they differ a little: those figures are estimates."] : []),
  ...(kinds.some(({ kind }) => kind === "key")
    ? [`A key costs ${rotation} more from its first yearly rotation on, and ${rotation} more from its second.`]
    : []),
  ...(kinds.some(({ kind }) => kind === "logsKept")
    ? [
        "What trails recorded is charged for every month that it is kept; here it is the first month's.",
        `Where another trail records the account, 100,000 events cost ${usd(PRICES.furtherEvents.usd)}.`,
      ]
    : []),
  "SMS, HCP Terraform and the cents for states in S3 are left out.",
];
