import { readFileSync } from "node:fs";
import { pathText } from "../../config";
import type { Audit } from "../audit";
import { withRemedy } from "../remedy";
import { auditSchema } from "./schema";

/** An audit from a file, or why it is none: what, where, and how to get one. */
export type ReadAudit = { readonly ok: true; readonly audit: Audit } | { readonly ok: false; readonly problem: string };

const STDIN = "-";
const REMEDY = "Write one with: npx keywatch audit --json > audit.json";

const refused = (file: string, problem: string): ReadAudit => ({
  ok: false,
  problem: withRemedy(`${file === STDIN ? "The standard input" : file} ${problem}`, REMEDY),
});

/** Reads an audit; `-` is the standard input. */
export function readAudit(file: string): ReadAudit {
  let data: unknown;
  try {
    data = JSON.parse(readFileSync(file === STDIN ? 0 : file, "utf8"));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") return refused(file, "is not there.");
    return refused(file, code === undefined ? `is no JSON: ${message}` : `cannot be read: ${code}.`);
  }
  const { data: audit, error } = auditSchema.safeParse(data);
  if (audit) return { ok: true, audit };
  const { path = [], message } = error?.issues[0] ?? {};
  return refused(file, `is no audit of Keywatch: ${pathText(path as (string | number)[])}: ${message}.`);
}
