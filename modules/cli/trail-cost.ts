import { PRICES, type Price } from "../aws";
import type { Target } from "../fleet";

const usd = (...prices: readonly Price[]): string => `${prices.reduce((sum, { usd }) => sum + usd, 0).toFixed(2)} USD`;

/** What the trail that a target makes costs. */
export function trailCost({ stackId, trail }: Target): string[] {
  if (!trail?.created) return [];
  const { key, logsIngested, logsKept, bucketKept, furtherEvents } = PRICES;
  return [
    `${stackId} makes a trail: about ${usd(key)} a month for its key, ${usd(logsIngested)} for each GB of events and ` +
      `${usd(logsKept, bucketKept)} a month for each GB that is kept. Where another trail records the account, ` +
      `${usd(furtherEvents)} for 100,000 events.`,
  ];
}
