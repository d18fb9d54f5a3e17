import { PRICED_REGIONS } from "../aws";
import { type Target, topicArnOf } from "../fleet";
import { type Assumptions, type Happening, KINDS, type Kind, type KindName } from "./kinds";

/** What a kind of thing costs in a target, in USD a month. */
export interface Item {
  readonly stackId: string;
  readonly account: Target["account"];
  readonly region: string;
  readonly kind: KindName;
  readonly quantity: number;
  readonly usd: number;
  readonly usage: boolean;
  /** Whether the price is not listed for the region. */
  readonly estimate: boolean;
}

/** A sum, in USD a month. */
export interface Sum {
  /** For what is there. */
  readonly standing: number;
  /** For what happens, as it is assumed. */
  readonly usage: number;
  readonly total: number;
}

/** What a fleet costs. */
export interface Cost {
  readonly items: readonly Item[];
  readonly accounts: readonly (Sum & { readonly account: Target["account"] })[];
  readonly kinds: readonly (Sum & { readonly kind: KindName; readonly quantity: number; readonly free: number })[];
  readonly total: Sum;
  /** How much of the total is less where no other part of the organization uses what AWS gives it for nothing. */
  readonly free: number;
}

const ALL = Object.entries(KINDS) as readonly (readonly [KindName, Kind])[];

/** What the targets cost a month at list prices, and apart from it what AWS gives for nothing. */
export function costOf(targets: readonly Target[], assumed: Assumptions): Cost {
  const happening = { ...assumed, alerts: alertsIn(targets, assumed) };
  const items = targets.flatMap((target) => itemsOf(target, happening));
  const accounts = new Map(targets.map(({ account }) => [account.id, account]));
  const kinds = ALL.map(([kind, { price }]) => {
    const ofKind = items.filter((item) => item.kind === kind);
    const quantity = ofKind.reduce((sum, item) => sum + item.quantity, 0);
    return { kind, quantity, ...sumOf(ofKind), free: Math.min(quantity, price.free ?? 0) * price.usd };
  });
  return {
    items,
    accounts: [...accounts.values()].map((account) => ({
      account,
      ...sumOf(items.filter((item) => item.account.id === account.id)),
    })),
    kinds: kinds.filter(({ quantity }) => quantity > 0),
    total: sumOf(items),
    free: kinds.reduce((sum, { free }) => sum + free, 0),
  };
}

function alertsIn(targets: readonly Target[], { events }: Assumptions): Map<string, number> {
  const alerts = new Map<string, number>();
  for (const target of targets) {
    const arnOf = topicArnOf(target.topics);
    for (const { topic } of [...target.controls, ...(target.fastPath?.rules ?? [])]) {
      const arn = arnOf(topic);
      alerts.set(arn, (alerts.get(arn) ?? 0) + events);
    }
  }
  return alerts;
}

const itemsOf = (target: Target, happening: Happening): Item[] =>
  ALL.flatMap(([kind, { price, usage, quantity: quantityIn }]) => {
    const quantity = quantityIn(target, happening);
    const { stackId, account, region } = target;
    const estimate = !PRICED_REGIONS.includes(region);
    return quantity > 0
      ? [{ stackId, account, region, kind, quantity, usd: quantity * price.usd, usage, estimate }]
      : [];
  });

function sumOf(items: readonly Item[]): Sum {
  const usdOf = (usage: boolean) => items.reduce((sum, item) => sum + (item.usage === usage ? item.usd : 0), 0);
  const [standing, usage] = [usdOf(false), usdOf(true)];
  return { standing, usage, total: standing + usage };
}
