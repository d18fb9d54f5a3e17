import { dataProblems } from "./data";
import { draftOf } from "./draft";
import { type LocatedProblem, loadText } from "./load";
import type { Problem } from "./problem";
import { located } from "./read";
import { accountsAreUnique } from "./rules/accounts";
import { type Account, configSchema } from "./schema";
import { schemaProblems } from "./schema-problems";

/** A list of accounts that a config imports, or everything that is wrong with it. */
export type ReadAccounts =
  | { readonly ok: true; readonly file: string; readonly accounts: readonly Account[] }
  | { readonly ok: false; readonly file: string; readonly problems: readonly LocatedProblem[] };

/** Checks a file that holds accounts alone, in YAML or JSON. What they mean is checked with the config that imports them. */
export function readAccountsText(file: string, text: string): ReadAccounts {
  const loaded = loadText(file, text);
  if (!loaded.ok) return { ok: false, file, problems: [loaded.problem] };
  const { raw, positionOf } = loaded.source;
  const problems = accountProblems(raw).map((problem) => ({ ...problem, path: problem.path.slice(1) }));
  if (problems.length > 0) return { ok: false, file, problems: located(problems, positionOf) };
  return { ok: true, file, accounts: raw as Account[] };
}

function accountProblems(raw: unknown): Problem[] {
  const config = { accounts: raw };
  const strange = dataProblems(config);
  if (strange.length > 0) return strange;
  const parsed = configSchema.pick({ accounts: true }).safeParse(config);
  const misfits = parsed.success ? [] : schemaProblems(parsed.error.issues, config);
  const paths = misfits.map(({ path }) => path);
  return [...misfits, ...accountsAreUnique(draftOf(config, paths), [])];
}
