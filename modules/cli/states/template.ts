import { fill } from "../../aws";
import type { Target } from "../../fleet";
import { fleetOf, organizationStackId, organizationStateKey, stateKey } from "../../names";

/** How the states of a fleet are called: what all begin with, and how to read account and region from one. */
export interface Template {
  readonly prefix: string;
  readonly pattern: RegExp;
}

const PLACES = { account: "\\d{12}", region: "[a-z]{2}(?:-[a-z]+)+-\\d" } as const;

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/**
 * What the name of one target's state says of the names of all; that of an organization's stack may be like no other.
 *
 * @example templateOf("keywatch/111111111111/eu-west-1.tfstate", target) // matches keywatch/<account>/<region>.tfstate
 */
export function templateOf(name: string, { account, region }: Pick<Target, "account" | "region">): Template {
  const values = new RegExp(`${account.id}|${escaped(region)}`, "g");
  const met = new Set<string>();
  const group = (value: string): string => {
    const place = value === account.id ? "account" : "region";
    const again = met.has(place);
    met.add(place);
    return again ? `\\k<${place}>` : `(?<${place}>${PLACES[place]})`;
  };
  const texts = name.split(values).map(escaped);
  const groups = (name.match(values) ?? []).map(group);
  return {
    prefix: texts.length > 1 ? name.slice(0, name.search(values)) : name,
    pattern: new RegExp(`^${texts.map((text, at) => text + (groups[at] ?? "")).join("")}$`),
  };
}

/**
 * What the state of an organization's stack would be called, by the name of one target's; undefined where it would have
 * an account and region in its name as all others.
 */
export function organizationStateOf(name: string, target: Target): string | undefined {
  const { stackId: stack, region } = target;
  const account = target.account.id;
  const fleet = fleetOf(stack, account, region);
  const found = name
    .replace(fill(stateKey(fleet), { ...target, account, stack }), organizationStateKey(fleet))
    .replace(stack, organizationStackId(fleet));
  return found === name ? undefined : found;
}
