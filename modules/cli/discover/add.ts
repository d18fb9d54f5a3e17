import path from "node:path";
import { isDeepStrictEqual } from "node:util";
import { parseDocument } from "yaml";
import { problemReport, readAccountsText, readConfigText } from "../../config";
import { literal, withAccounts } from "../config-text";
import type { Entry } from "./result";

/** A file's text with accounts added, or why there is none. */
export type Added =
  | { readonly ok: true; readonly text: string; readonly entries: readonly object[] }
  | { readonly ok: false; readonly message: string };

/** Files that are added to; others are programs. */
export const isData = (file: string): boolean => /\.(ya?ml|json)$/i.test(file);

/** Entries for a person to paste into a TypeScript config. */
export const pasteText = (entries: readonly Entry[]): string =>
  entries.map((entry) => `    ${literal(entry, "    ")},`).join("\n");

/**
 * A config, or a file with a list of accounts that a config imports, with the accounts added that it does not have. What
 * stands there stays as it is, and the result holds.
 *
 * @param text what the file holds; empty where there is none yet, which makes a list.
 */
export function addAccounts(file: string, text: string, entries: readonly Entry[]): Added {
  const document = parseDocument(text);
  const raw = document.errors.length > 0 ? undefined : document.toJS();
  const isConfig = typeof raw === "object" && raw !== null && !Array.isArray(raw);
  const listed = idsIn(isConfig ? [raw.accounts, raw.retired] : [raw]);
  const fresh = entries
    .filter(({ id }) => !listed.has(id))
    .map((entry) => (isConfig ? beyond(entry, raw.defaults) : entry));
  const added = withAccounts(text, fresh, path.extname(file).toLowerCase() === ".json");
  if (added === undefined) {
    return {
      ok: false,
      message: `${file} has no list of accounts that can be added to. Nothing was written. To add by hand:\n${pasteText(entries)}`,
    };
  }
  const read = isConfig ? readConfigText(file, added) : readAccountsText(file, added);
  return read.ok
    ? { ok: true, text: added, entries: fresh }
    : { ok: false, message: problemReport(file, read.problems) };
}

const idsIn = (lists: readonly unknown[]): ReadonlySet<unknown> =>
  new Set(lists.flatMap((list) => (Array.isArray(list) ? list.map((account) => account?.id) : [])));

/** What of an entry the defaults do not say already. */
const beyond = (entry: Entry, defaults: unknown): object =>
  Object.fromEntries(
    Object.entries(entry).filter(
      ([key, value]) => !isDeepStrictEqual(value, (defaults as Record<string, unknown> | undefined)?.[key]),
    ),
  );
