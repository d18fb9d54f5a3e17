import type { Target, TargetOrganization, TargetSubscription, TargetTopic } from "../fleet";
import { organizationStackId } from "../names";
import { namedFew } from "../values";
import { tableText } from "./table";

/** `1 account`, `2 accounts`. */
export const counted = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? "" : "s"}`;

/** `3 targets` where it is all of them, else `2 of 3 targets`. */
export const countedOf = (number: number, all: number, noun: string): string =>
  `${number === all ? "" : `${number} of `}${counted(all, noun)}`;

/** How much of a fleet is watched. */
export function fleetSize(targets: readonly Target[]): string {
  const watched = targets.filter(({ controls, fastPath }) => controls.length > 0 || fastPath);
  const accounts = new Set(watched.map(({ account }) => account.id));
  const organizations = targets.flatMap(({ organization }) => organization ?? []).map(organizationText);
  return [`${counted(watched.length, "target")} in ${counted(accounts.size, "account")}`, ...organizations].join(
    ", and ",
  );
}

const organizationText = ({ id, units, regions }: TargetOrganization): string =>
  `the accounts of ${id} below ${units.join(", ")} in ${regions.join(", ")}`;

/** What is said of a stack that only an earlier synth wrote. */
export const leftText = (stack: string): string =>
  `${stack} has left the config, its resources stay: ${
    stack.endsWith(organizationStackId(""))
      ? `put \`organization\` back and run npx cdktf destroy ${stack} to destroy them.`
      : "list the account under `retired` to destroy them."
  }`;

/** How many of a list a cell names one by one. */
const NAMED = 3;

type Column = readonly [head: string, text: (target: Target) => string];

const COLUMNS: readonly Column[] = [
  ["ACCOUNT", ({ account }) => account.id],
  ["NAME", ({ account }) => account.name],
  ["REGION", ({ region }) => region],
  ["LOG GROUP", ({ trail }) => (trail ? `${trail.logGroup}${trail.created ? " (made)" : ""}` : "-")],
  ["CONTROLS", (target) => [...target.controls.map(({ id }) => id), ...switchedOn(target)].join(" ") || "-"],
  ["TOPIC", ({ topics }) => topics.map(topicText).join(", ") || "-"],
  [
    "SUBSCRIPTIONS",
    ({ topics }) =>
      namedFew([...new Set(topics.flatMap(({ subscriptions }) => subscriptions.map(subscriptionText)))], NAMED) || "-",
  ],
  ["STATE", ({ state }) => state.kind],
];

const WAVE: Column = ["WAVE", ({ wave }) => String(wave)];

/** The fleet as a table: what is watched, where, and who hears of it; and when, where it is rolled out in waves. */
export function fleetTable(targets: readonly Target[]): string {
  const columns = targets.some(({ wave }) => wave > 1) ? [...COLUMNS, WAVE] : COLUMNS;
  return tableText(
    columns.map(([head]) => head),
    targets.map((target) => columns.map(([, text]) => text(target))),
  );
}

/** What is switched on beside controls. */
function switchedOn({ fastPath, liveness, dashboard, queries, organization }: Target): string[] {
  const parts = { "fast-path": fastPath, liveness, dashboard, queries, organization };
  return Object.entries(parts).flatMap(([name, part]) => (part ? [name] : []));
}

const topicText = ({ kind, name }: TargetTopic): string => (kind === "made" ? name : `${name} (${kind})`);

/** An endpoint as a person reads it; of a secret its name alone. */
export const subscriptionText = ({ protocol, endpoint }: TargetSubscription): string =>
  `${protocol} ${typeof endpoint === "string" ? endpoint : `from ${endpoint.fromEnv}`}`;
