import path from "node:path";
import { counted } from "../summary";
import { tableText } from "../table";
import { type Changes, isNone, sumOf } from "./changes";
import { stackFolder } from "./folder";
import { changesOf, type Failed, type Outcome, type Status } from "./outcome";

/** `2 added, 1 destroyed`; of a stack in which no resource changes, `outputs alone`. */
function changesText({ added, changed, destroyed, imported }: Changes): string {
  const parts = [
    [added, "added"],
    [changed, "changed"],
    [destroyed, "destroyed"],
    [imported, "imported"],
  ] as const;
  const told = parts.filter(([number]) => number > 0).map(([number, word]) => `${number} ${word}`);
  return told.join(", ") || "outputs alone";
}

/** An outcome on one line. */
export function outcomeLine(outcome: Outcome): string {
  const { stack } = outcome;
  switch (outcome.status) {
    case "unchanged":
      return `${stack} is unchanged`;
    case "planned":
      return `${stack} would change: ${changesText(outcome.changes)}`;
    case "applied":
      return `${stack} is applied: ${changesText(outcome.changes)}`;
    case "failed":
      return `${stack} failed in ${outcome.step}: ${outcome.failure.message}`;
    case "skipped":
      return `${stack} was skipped: ${outcome.reason}`;
  }
}

/** What plans are read with, and where. */
export interface Reading {
  /** Folder that the stacks were synthesized to. */
  readonly outdir: string;
  /** The program that planned. */
  readonly binary: string;
}

/**
 * What changed where, what failed and why, and how many of each: for people. Where something is planned, also how to
 * read it in full.
 */
export function rolloutText(outcomes: readonly Outcome[], reading: Reading): string {
  if (outcomes.length === 0) return "There is nothing to deploy.";
  const changing = outcomes.filter(({ status }) => status === "planned" || status === "applied");
  return [
    ...(changing.length > 0 ? [changesTable(changing), ""] : []),
    ...outcomes.flatMap((outcome) => (outcome.status === "failed" ? [failureText(outcome), ""] : [])),
    ...skippedTexts(outcomes),
    `${totals(outcomes)}.`,
    ...readingTexts(outcomes, reading),
  ].join("\n");
}

/** The command that shows a plan with every attribute, for the first of those that are planned. */
function readingTexts(outcomes: readonly Outcome[], { outdir, binary }: Reading): string[] {
  const planned = outcomes.find(({ status }) => status === "planned");
  if (!planned) return [];
  const { path: folder, planFile } = stackFolder(outdir, planned.stack);
  return [`To read a plan in full: ${binary} -chdir=${folder} show ${path.basename(planFile)}`];
}

const COLUMNS: readonly (readonly [string, (outcome: Outcome) => string])[] = [
  ["STACK", ({ stack }) => stack],
  ["RESULT", ({ status }) => status],
  ["ADDED", (outcome) => String(changesOf(outcome).added)],
  ["CHANGED", (outcome) => String(changesOf(outcome).changed)],
  ["DESTROYED", (outcome) => String(changesOf(outcome).destroyed)],
  ["IMPORTED", (outcome) => String(changesOf(outcome).imported)],
];

const changesTable = (outcomes: readonly Outcome[]): string =>
  tableText(
    COLUMNS.map(([head]) => head),
    outcomes.map((outcome) => COLUMNS.map(([, text]) => text(outcome))),
  );

function failureText(outcome: Failed): string {
  const made = isNone(outcome.changes) ? [] : [`  Before that: ${changesText(outcome.changes)}.`];
  return [outcomeLine(outcome), ...made, `  ${outcome.failure.remedy}`].join("\n");
}

/** One line for each reason, however many stacks it holds for. */
function skippedTexts(outcomes: readonly Outcome[]): string[] {
  const stacks = new Map<string, string[]>();
  for (const outcome of outcomes) {
    if (outcome.status === "skipped")
      stacks.set(outcome.reason, [...(stacks.get(outcome.reason) ?? []), outcome.stack]);
  }
  const texts = [...stacks].map(([reason, [first, ...others]]) =>
    others.length > 0
      ? `${first} and ${others.length} more were skipped: ${reason}.`
      : `${first} was skipped: ${reason}.`,
  );
  return texts.length > 0 ? [...texts, ""] : [];
}

const WORDS: Readonly<Record<Status, string>> = {
  applied: "applied",
  planned: "would change",
  unchanged: "unchanged",
  failed: "failed",
  skipped: "skipped",
};

/** `3 stacks: 2 applied, 1 failed; 4 added`. */
function totals(outcomes: readonly Outcome[]): string {
  const numbers = (Object.keys(WORDS) as Status[]).flatMap((status) => {
    const number = outcomes.filter((outcome) => outcome.status === status).length;
    return number > 0 ? [`${number} ${WORDS[status]}`] : [];
  });
  const changes = sumOf(outcomes.map(changesOf));
  const changed = isNone(changes) ? "" : `; ${changesText(changes)}`;
  return `${counted(outcomes.length, "stack")}: ${numbers.join(", ")}${changed}`;
}
