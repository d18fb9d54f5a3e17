import { literal } from "../config-text";
import { withRemedy } from "../remedy";
import { counted } from "../summary";
import { tableText } from "../table";
import type { DiscoveredAccount, Discovery, Entry, JudgedTrail, Standing } from "./result";

/** What became of an account, in few words. */
const STANDINGS: Readonly<Record<Standing, string>> = {
  new: "new",
  listed: "as the config has it",
  differs: "differs from the config",
  covered: "covered by the organization's trail",
  none: "no trail will do",
  unknown: "could not be asked",
};

/** What was found, as a person reads it: the accounts, then what must be known of some of them. */
export const discoveryText = (discovery: Discovery): string =>
  [
    accountsTable(discovery.accounts),
    ...discovery.accounts.flatMap(faultText),
    ...discovery.accounts.flatMap(differenceText),
    ...unsuitableText(discovery.accounts),
    ...organizationText(discovery.accounts),
    ...goneText(discovery.gone),
    summary(discovery),
  ].join("\n\n");

const accountsTable = (accounts: Discovery["accounts"]): string =>
  tableText(
    ["ACCOUNT", "NAME", "REGION", "LOG GROUP", "FOUND"],
    accounts.map(({ account, entry, standing }) => [
      account.id,
      account.name,
      entry?.regions.join(" ") ?? "-",
      entry?.trail.logGroup ?? "-",
      STANDINGS[standing],
    ]),
  );

const nameOf = ({ account: { id, name } }: Pick<DiscoveredAccount, "account">): string =>
  name === id ? id : `${id} ${name}`;

const faultText = (one: DiscoveredAccount): string[] =>
  one.fault ? [withRemedy(`${nameOf(one)}\n  ${one.fault.message}`, one.fault.remedy)] : [];

const differenceText = (one: DiscoveredAccount): string[] =>
  one.standing === "differs"
    ? [
        [
          nameOf(one),
          "  The config watches another log group than that of a trail that will do. It stays as it is: change it by hand, or leave it.",
          ...(one.entry ? [`  found: ${literal(one.entry, "  ")}`] : []),
        ].join("\n"),
      ]
    : [];

/** Trails that will not do, each once with the accounts that see it so. */
function unsuitableText(accounts: Discovery["accounts"]): string[] {
  const blocks = new Map<string, string[]>();
  for (const { account, trails, coveredBy } of accounts) {
    for (const trail of trails.filter((one) => one.reasons.length > 0 && one !== coveredBy)) {
      const text = [trail.arn, ...trail.reasons.map((reason) => `  ${reason}`)].join("\n");
      const seenIn = blocks.get(text) ?? [];
      blocks.set(text, seenIn);
      seenIn.push(account.id);
    }
  }
  if (blocks.size === 0) return [];
  const told = [...blocks].map(([text, ids]) => (ids.length > 1 ? `${text}\n  seen in ${ids.join(", ")}` : text));
  return [`Trails that will not do:\n\n${told.join("\n\n")}`];
}

/** The trails of organizations that accounts are covered by, and the one entry that is for all of them. */
function organizationText(accounts: Discovery["accounts"]): string[] {
  const trails = new Map(accounts.flatMap(({ coveredBy }) => (coveredBy ? [[coveredBy.arn, coveredBy]] : [])));
  return [...trails.values()].map((trail) => {
    const members = accounts.filter(({ coveredBy }) => coveredBy?.arn === trail.arn);
    const owner = accounts.find(({ account }) => account.id === trail.logGroup?.account);
    return [
      `${trail.arn} records every account of the organization. One entry, in the account of its log group, watches all of their keys (docs/topologies.md, c):`,
      `  ${literal(owner?.entry ?? ownerEntry(trail), "  ")}`,
      `  ${counted(members.length, "account")} ${members.length === 1 ? "needs" : "need"} no entry for it.${owner ? "" : " That account was not asked: look at it with --account."}`,
    ].join("\n");
  });
}

const ownerEntry = ({ logGroup }: JudgedTrail): Entry => ({
  id: logGroup?.account ?? "",
  name: logGroup?.account ?? "",
  regions: [logGroup?.region ?? ""],
  trail: { logGroup: logGroup?.name ?? "", organization: true },
});

const goneText = (gone: Discovery["gone"]): string[] =>
  gone.length === 0
    ? []
    : [
        [
          "No active accounts of the organization. Move their entries from `accounts` to `retired`, and their stacks plan the destruction of what they had:",
          ...gone.map((account) => `  ${nameOf({ account })}`),
        ].join("\n"),
      ];

function summary({ accounts, complete }: Discovery): string {
  const counts = Object.entries(STANDINGS).flatMap(([standing, words]) => {
    const number = accounts.filter((one) => one.standing === standing).length;
    return number > 0 ? [`${number} ${words}`] : [];
  });
  return [
    `${counted(accounts.length, "account")} looked at${counts.length > 0 ? `: ${counts.join(", ")}` : ""}.`,
    ...(complete ? [] : ["The result is partial: not everything could be asked."]),
  ].join("\n");
}
