import { namedFew } from "../values";
import { type Explained, explainProblem, OPEN_ENDS } from "./explain";
import type { Addition, Break, Note, Source } from "./finding";

/** How many paths of an entry, and how many entries, are told one by one; of the others only the number. */
const NAMED = 3;
const DETAILED = 10;

/** Breaks as a person reads them: where, what is wrong, which alerts it holds back, how to mend it. */
export function breakReport(breaks: readonly Break[]): string {
  const places = breaks.length === 1 ? "1 place" : `${breaks.length} places`;
  const further = breaks.length - DETAILED;
  return [
    `Alerts cannot arrive: the path is broken in ${places}. Nothing was written.`,
    ...breaks.slice(0, DETAILED).map(breakText),
    ...(further > 0 ? [`${further} more: see \`broken\` of keywatch synth --json.`] : []),
  ].join("\n\n");
}

function breakText({ at, link, problem, paths }: Break): string {
  const { message, remedy } = explainProblem(problem);
  return [
    `${at.stack}  ${at.address}  (${link})`,
    `  ${message}`,
    `  to mend it: ${remedy}`,
    `  holds back: ${pathsText(paths)}`,
  ].join("\n");
}

/** Notes as a person reads them, those of a kind together; an empty text where there are none. */
export const noteReport = (notes: readonly Note[]): string =>
  Object.entries(OPEN_ENDS)
    .flatMap(([kind, end]) => {
      const ofKind = notes.filter(({ open }) => open.kind === kind);
      return ofKind.length > 0 ? [notesText(end, ofKind)] : [];
    })
    .join("\n\n");

function notesText({ message, remedy }: Explained, notes: readonly Note[]): string {
  const further = notes.length - NAMED;
  return [
    message,
    `  ${remedy}`,
    ...notes.slice(0, NAMED).flatMap(noteLines),
    ...(further > 0 ? [`  ${further} more: see \`unproven\` of keywatch synth --json.`] : []),
  ].join("\n");
}

const noteLines = ({ open, paths, additions }: Note): string[] => [
  `  ${"arn" in open ? `${open.arn}  of ` : ""}${pathsText(paths)}`,
  ...additions.flatMap(additionLines),
];

const additionLines = ({ policy, ifEncrypted, statements }: Addition): string[] => [
  `    ${policy} policy${ifEncrypted ? ", of its key if it is encrypted" : ""}:`,
  ...statements.map((statement) => `      ${JSON.stringify(statement)}`),
];

function pathsText(paths: readonly Source[]): string {
  return namedFew(
    paths.map(({ stack, address }) => `${stack} ${address}`),
    NAMED,
  );
}
