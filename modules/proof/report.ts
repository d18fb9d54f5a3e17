import { explainOpen, explainProblem } from "./explain";
import type { Addition, Break, Note, Source } from "./finding";

/** How many paths and notes are told one by one; of the others only the number. */
const NAMED = 3;
const NOTES = 10;

/** Breaks as a person reads them: where, what is wrong, which alerts it holds back, how to mend it. */
export function breakReport(breaks: readonly Break[]): string {
  const places = breaks.length === 1 ? "1 place" : `${breaks.length} places`;
  return [`Alerts cannot arrive: the path is broken in ${places}. Nothing was written.`, ...breaks.map(breakText)].join(
    "\n\n",
  );
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

/** Notes as a person reads them; an empty text where there are none. */
export function noteReport(notes: readonly Note[]): string {
  const further = notes.length - NOTES;
  return [
    ...notes.slice(0, NOTES).map(noteText),
    ...(further > 0 ? [`${further} more: see \`unproven\` of keywatch synth --json.`] : []),
  ].join("\n\n");
}

function noteText({ open, paths, additions }: Note): string {
  const { message, remedy } = explainOpen(open);
  return [message, `  ${remedy}`, `  on the path of: ${pathsText(paths)}`, ...additions.map(additionText)].join("\n");
}

const additionText = ({ policy, ifEncrypted, statements }: Addition): string =>
  [
    `  ${policy} policy${ifEncrypted ? ", of its key if it is encrypted" : ""}:`,
    ...statements.map((statement) => `    ${JSON.stringify(statement)}`),
  ].join("\n");

function pathsText(paths: readonly Source[]): string {
  const named = paths.slice(0, NAMED).map(({ stack, address }) => `${stack} ${address}`);
  return [...named, ...(paths.length > NAMED ? [`${paths.length - NAMED} more`] : [])].join(", ");
}
