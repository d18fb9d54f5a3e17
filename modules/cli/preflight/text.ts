import { withRemedy } from "../remedy";
import { counted, countedOf } from "../summary";
import type { Existing, TargetPreflight } from "./preflight";

/** What was found, as a person reads it. */
export function preflightText(found: readonly TargetPreflight[]): string {
  const blocks = found.filter(({ existing, fault }) => fault || existing.length > 0).map(targetText);
  const answered = found.filter(({ fault }) => !fault);
  const silent = found.length - answered.length;
  return [
    ...blocks,
    [
      `${countedOf(answered.length, found.length, "target")} looked at${answered.length > 0 ? `: ${thereText(answered)}` : ""}.`,
      ...(silent > 0 ? [`The result is partial: ${counted(silent, "target")} could not be asked.`] : []),
    ].join("\n"),
  ].join("\n\n");
}

function thereText(answered: readonly TargetPreflight[]): string {
  const { length } = answered.flatMap(({ existing }) => existing);
  return length === 0 ? "nothing exists already" : `${counted(length, "resource")} there already`;
}

function targetText({ stackId, existing, fault }: TargetPreflight): string {
  if (fault) return withRemedy(`${stackId}\n  ${fault.message}`, fault.remedy);
  const words = [...new Set(existing.flatMap(({ adopt }) => adopt ?? []))];
  return [
    stackId,
    ...existing.map(existingText),
    ...(words.length > 0 ? [`  to take it over instead: adopt: [${words.join(", ")}]`] : []),
    ...(existing.some(({ adopt }) => !adopt)
      ? [
          "  where it cannot be taken over: delete what an earlier fleet left, give it another name in the config, or use it (`trail.logGroup`).",
        ]
      : []),
  ].join("\n");
}

const existingText = ({ what, name, apply, stateRead }: Existing): string =>
  stateRead
    ? `  ${what} ${name} is in no state: an apply ${apply}.`
    : `  ${what} ${name} exists, and the state cannot be read from here: unless the stack made it, an apply ${apply}.`;
