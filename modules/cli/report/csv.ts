import { stringify } from "csv-stringify/sync";
import type { Placed } from "../audit/findings";
import { type Change, changeOf } from "./changes";
import { allPlaced } from "./placed";
import type { Report } from "./report";

type Row = Placed & { readonly change?: Change };

const COLUMNS: readonly (readonly [string, (row: Row) => string | undefined])[] = [
  ["stack", ({ target }) => target?.stackId ?? "fleet"],
  ["account", ({ target }) => target?.account.id],
  ["name", ({ target }) => target?.account.name],
  ["region", ({ target }) => target?.region],
  ["verdict", ({ step }) => step.verdict],
  ["change", ({ change }) => change],
  ["step", ({ step }) => step.id],
  ["control", ({ step }) => step.control],
  ["title", ({ step }) => step.title],
  ["resource", ({ step }) => step.resource],
  ["evidence", ({ step }) => step.evidence],
  ["expected", ({ step }) => step.expected],
  ["remedy", ({ step }) => step.remedy],
  ["at", ({ step }) => step.at],
  ["caller", ({ target }) => target?.caller],
];

/** On one line and without blanks around it, so that what a spreadsheet would take for a formula stands at the front. */
const oneLine = (text: string | undefined): string => (text ?? "").replace(/\s+/g, " ").trim();

/** Every step as a row of CSV, for spreadsheets: in UTF-8 with its mark, and no cell is taken for a formula. */
export function reportCsv({ audit, changes }: Report): string {
  const change = changes && changeOf(changes);
  return stringify(
    [
      COLUMNS.map(([head]) => head),
      ...allPlaced(audit).map((placed) =>
        COLUMNS.map(([, text]) => oneLine(text({ ...placed, change: change?.(placed) }))),
      ),
    ],
    { bom: true, escape_formulas: true },
  );
}
