import type { z } from "zod";
import { nearestName } from "./nearest";
import { type Path, type Problem, shown, valueAt } from "./problem";
import { configSchema } from "./schema";
import { descriptionAt, keysInPlaceOf } from "./schema/keys";

type Issue = z.core.$ZodIssue;

/** What the schema found wrong with a config, in the project's words. */
export function schemaProblems(issues: readonly Issue[], raw: unknown): Problem[] {
  return issues.flatMap((issue) => fromIssue(issue, [], raw));
}

function fromIssue(issue: Issue, parent: Path, raw: unknown): Problem[] {
  const path: Path = [...parent, ...(issue.path as Path)];
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => unknownKey(path, key, raw));
    case "invalid_union":
      return issue.errors.length > 0
        ? likeliestBranch(issue.errors).flatMap((inner) => fromIssue(inner, path, raw))
        : [notOneOf(path, "options" in issue ? (issue.options as string[]) : [], raw)];
    case "invalid_key":
      return issue.issues.map((inner) => ungrammatical(path, path.at(-1), inner.message));
    case "invalid_value":
      return [notOneOf(path, issue.values.map(String), raw, issue.message)];
    case "invalid_type":
      return [wrongType(path, issue, raw)];
    default:
      return [ungrammatical(path, valueAt(raw, path), issue.message)];
  }
}

/** Of a union's branches, the one whose shape the value has: the fewest misfits, a key that it does not know counting double. */
function likeliestBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] {
  const misfit = (branch: readonly Issue[]) => branch.reduce((sum, issue) => sum + weight(issue), 0);
  return branches.reduce((best, branch) => (misfit(branch) < misfit(best) ? branch : best));
}

function weight(issue: Issue): number {
  if (issue.code === "unrecognized_keys") return 2 * issue.keys.length;
  return issue.code === "invalid_type" && issue.path.length === 0 ? 1000 : 1;
}

function unknownKey(path: Path, key: string, raw: unknown): Problem {
  const known = keysInPlaceOf(configSchema, path, key, raw);
  const near = nearestName(key, known);
  return {
    path: [...path, key],
    message: `There is no setting ${shown(key)} here.`,
    expected: known.length > 0 ? `one of: ${known.join(", ")}` : "no such key",
    remedy: near ? `Did you mean ${near}?` : "Remove it.",
  };
}

/** A value that is none of those that may stand there; where the schema has sentences of its own, they are told. */
function notOneOf(path: Path, allowed: readonly string[], raw: unknown, sentences = ""): Problem {
  const value = valueAt(raw, path);
  const near = typeof value === "string" ? nearestName(value, allowed) : undefined;
  const [expected, remedy] = sentences.includes("\n")
    ? sentences.split("\n")
    : [`one of: ${allowed.join(", ")}`, "Choose one of them."];
  return {
    path,
    message: value === undefined ? `${shown(path.at(-1))} is missing.` : `${shown(value)} is not known here.`,
    expected: expected ?? "",
    remedy: near ? `Did you mean ${near}?` : (remedy ?? ""),
  };
}

function wrongType(path: Path, issue: Extract<Issue, { code: "invalid_type" }>, raw: unknown): Problem {
  const value = valueAt(raw, path);
  const expected = TYPE_NAMES[issue.expected] ?? issue.expected;
  if (value === undefined) {
    const meaning = descriptionAt(configSchema, path, raw);
    const name = path.at(-1) ?? "config";
    return {
      path,
      message: `${shown(name)} is missing.`,
      expected: meaning ? `${expected}: ${meaning}` : expected,
      remedy: `Add ${name}.`,
    };
  }
  const quoted = issue.expected === "string" && typeof value === "number";
  return {
    path,
    message: value === null ? "There is nothing here." : `${shown(value)} is ${typeName(value)}.`,
    expected,
    remedy: quoted ? "Put the value in quotes, with every leading zero." : `Write ${expected}.`,
  };
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: "a text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  object: "a group of settings ({ ... })",
  record: "a group of settings ({ ... })",
  array: "a list ([ ... ])",
};

function typeName(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  return (
    { string: "a text", number: "a number", boolean: "true or false", object: "a group of settings" }[
      typeof value as string
    ] ?? `a ${typeof value}`
  );
}

/** A text that breaks its grammar; the message holds the two sentences that `says` joined. */
function ungrammatical(path: Path, value: unknown, sentences: string): Problem {
  const [expected = "", remedy = ""] = sentences.split("\n");
  return { path, message: `${shown(value)} cannot stand here.`, expected, remedy };
}
