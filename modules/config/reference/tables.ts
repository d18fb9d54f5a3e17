import { code, linkTo, table } from "../../markdown";
import {
  alternativesOf,
  definitionName,
  type Group,
  hasOwnSettings,
  hasSharedSettings,
  kindSetting,
  ownSettings,
  type Schema,
  valuesAllowed,
} from "./groups";

/** Heading of the settings that defaults, accounts and overrides share. */
export const SHARED_SETTINGS = "Settings of defaults, accounts and overrides";

const COLUMNS = ["Setting", "Value", "Default", "Meaning"];

/** A group under its heading. */
export function groupSection({ title, lead, branches }: Group): string {
  const kind = kindSetting(branches);
  const tables = kind
    ? [tableByKind(title, kind, branches)]
    : branches.flatMap((branch) => [
        ...(branches.length > 1 && branch.description ? [branch.description] : []),
        settingsTable(title, branch),
      ]);
  return [`### ${code(title)}`, ...(lead ? [lead] : []), ...tables].join("\n\n");
}

/** The settings of one object. Those that defaults, accounts and overrides share take one row. */
export function settingsTable(title: string, branch: Schema): string {
  const rest = ["the rest", linkTo(SHARED_SETTINGS, "settings"), "", "As in `defaults`, for this account alone."];
  return table(COLUMNS, [
    ...ownSettings(branch).map((setting) => row(title, branch, setting)),
    ...(hasSharedSettings(branch) ? [rest] : []),
  ]);
}

/** The settings that defaults, accounts and overrides share. */
export const sharedTable = (settings: Readonly<Record<string, Schema>>): string =>
  table(
    COLUMNS,
    Object.entries(settings).map(([name, schema]) => row("", {}, [name, schema])),
  );

/** One table for all shapes of an object: what several have alike stands once, with the kinds that have it. */
function tableByKind(title: string, kind: string, branches: readonly Schema[]): string {
  const found = new Map<string, { cells: readonly string[]; kinds: string[] }>();
  for (const branch of branches) {
    for (const setting of ownSettings(branch)) {
      const cells = setting[0] === kind ? kindRow(branch, setting) : row(title, branch, setting);
      const entry = found.get(cells.join()) ?? { cells, kinds: [] };
      entry.kinds.push(codes(valuesAllowed(branch.properties?.[kind])));
      found.set(cells.join(), entry);
    }
  }
  const rows = [...found.values()].map(({ cells: [name = "", ...cells], kinds }) => [
    name,
    kinds.length === branches.length ? "all" : name === code(kind) ? "" : kinds.join(", "),
    ...cells,
  ]);
  return table(["Setting", `With ${kind}`, ...COLUMNS.slice(1)], rows);
}

const kindRow = ({ description = "" }: Schema, [name, schema]: [string, Schema]): string[] => [
  code(name),
  codes(valuesAllowed(schema)),
  "required",
  description,
];

const row = (title: string, { required = [] }: Schema, [name, schema]: [string, Schema]): string[] => [
  code(name),
  valueText(schema, title === "" ? name : `${title}.${name}`),
  schema.default !== undefined ? code(defaultText(schema.default)) : required.includes(name) ? "required" : "",
  schema.description ?? "",
];

const defaultText = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));

const codes = (texts: readonly string[]): string => texts.map(code).join(", ");

const TYPE_TEXTS: Readonly<Record<string, string>> = { string: "text", number: "number", boolean: "`true` or `false`" };

/** What may stand as a setting's value; an object by a link to the group of this title. */
function valueText(schema: Schema, title: string): string {
  if (schema.$ref) return linkTo(definitionName(schema.$ref), definitionName(schema.$ref));
  if (schema.allOf) return valueText(schema.allOf[0], title);
  if (schema.properties) return linkTo(hasOwnSettings(schema) ? title : SHARED_SETTINGS, "settings");
  const alternatives = alternativesOf(schema).map((part) => valueText(part, title));
  if (alternatives.length > 0) return [...new Set(alternatives)].join(" or ");
  if (schema.items) return `list of ${valueText(schema.items, title)}`;
  if (schema.additionalProperties) return `${valueText(schema.additionalProperties, title)} by key`;
  if (schema.minimum !== undefined) return `${schema.minimum} to ${schema.maximum}`;
  return codes(valuesAllowed(schema)) || (TYPE_TEXTS[schema.type ?? ""] ?? "anything");
}
