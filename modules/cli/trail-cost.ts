import { PRICES } from "../aws";
import type { Target } from "../fleet";

const usd = (price: number): string => `${price.toFixed(2)} USD`;

/** What the trail that a target makes costs. */
export function trailCost({ stackId, trail }: Target): string[] {
  if (!trail?.created) return [];
  const { key, logsIngested, logsKept, bucketKept, furtherEvents } = PRICES;
  return [
    `${stackId} makes a trail: about ${usd(key)} a month for its key, ${usd(logsIngested)} for each GB of events and ` +
      `${usd(logsKept + bucketKept)} a month for each GB that is kept. Where another trail records the account, ` +
      `${usd(furtherEvents)} for 100,000 events.`,
  ];
}
