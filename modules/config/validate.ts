import { dataProblems } from "./data";
import { draftOf } from "./draft";
import type { Problem } from "./problem";
import { RULES } from "./rules";
import { type Config, configSchema } from "./schema";
import { schemaProblems } from "./schema-problems";
import { sitesOf } from "./sites";

/** A config that holds, or everything that is wrong with it. */
export type Validated =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Checks a config as a whole: first against the schema, then, with what fits it, the rules across fields, so that one
 * run tells every problem. Only what is no data is told alone.
 */
export function validate(raw: unknown): Validated {
  const strange = dataProblems(raw);
  if (strange.length > 0) return { ok: false, problems: strange };
  const parsed = configSchema.safeParse(raw);
  const misfits = parsed.success ? [] : schemaProblems(parsed.error.issues, raw);
  const draft = parsed.success
    ? parsed.data
    : draftOf(
        raw,
        misfits.map(({ path }) => path),
      );
  const sites = sitesOf(draft);
  const problems = [...misfits, ...RULES.flatMap((rule) => rule(draft, sites))];
  return parsed.success && problems.length === 0 ? { ok: true, config: parsed.data } : { ok: false, problems };
}
