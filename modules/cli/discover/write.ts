import { existsSync, readFileSync } from "node:fs";
import type { Call } from "../command";
import { makeFile, replaceFile } from "../config-text";
import { configFile } from "../fleet";
import { counted } from "../summary";
import { writeAt } from "../write-at";
import { addAccounts, isData, pasteText } from "./add";
import type { DiscoverOptions } from "./options";
import type { Discovery } from "./result";

/**
 * Adds the new accounts to the file that is meant, and tells what was done, out of the way of JSON.
 *
 * @returns false where nothing was written that should have been.
 */
export function writeAccounts({ options, env, terminal }: Call<DiscoverOptions>, { accounts }: Discovery): boolean {
  const tell = (text: string) => (options.json ? terminal.err : terminal.out)(`\n${text}`);
  const file = typeof options.write === "string" ? options.write : configFile(options, env);
  if (accounts.some(({ fault }) => fault?.kind === "interrupted")) {
    terminal.err(`Interrupted: nothing was written to ${file}.`);
    return false;
  }
  const entries = accounts.flatMap(({ standing, entry }) => (standing === "new" && entry ? [entry] : []));
  if (!isData(file)) {
    tell(entries.length === 0 ? unchanged(file) : toPaste(file, pasteText(entries)));
    return true;
  }
  const before = existsSync(file) ? readFileSync(file, "utf8") : undefined;
  const added = addAccounts(file, before ?? "", entries);
  if (!added.ok) {
    terminal.err(added.message);
    return false;
  }
  if (added.entries.length === 0) {
    tell(unchanged(file));
    return true;
  }
  writeAt(file, file === options.write ? "--write" : "--config", () =>
    before === undefined ? makeFile(file, added.text) : replaceFile(file, added.text),
  );
  tell(`${counted(added.entries.length, "account")} added to ${file}. Next: npx keywatch validate`);
  return true;
}

const unchanged = (file: string): string => `Nothing to add to ${file}: it stays as it is.`;

const toPaste = (file: string, entries: string): string =>
  [
    `${file} is a program, which is not added to. Paste these into its accounts, or keep them in a file that it imports, by --write accounts.json:`,
    entries,
  ].join("\n");
