import { isDeepStrictEqual } from "node:util";
import { isCollection, isMap, isNode, isSeq, type Node, parse, parseDocument, type YAMLSeq } from "yaml";
import { type EntryStyle, entryText } from "./entry";

/** A text and the list of accounts in it. */
interface Found {
  readonly text: string;
  readonly json: boolean;
  /** One step of indentation. */
  readonly unit: string;
  /** Where the list begins. */
  readonly start: number;
  readonly last: Node | undefined;
}

/** What is put before the character at an offset. */
interface Insertion {
  readonly at: number;
  readonly text: string;
}

/**
 * A YAML or JSON text with entries added at the end of its accounts: of the list that it is, or that it has under
 * `accounts`. Every byte that stands there stays, comments included; what is added is written as its neighbour is.
 *
 * @returns undefined where the text has no such list, or nothing can be added without touching what stands there.
 */
export function withAccounts(text: string, entries: readonly object[], json: boolean): string | undefined {
  if (entries.length === 0) return text;
  const { contents, errors } = parseDocument(text);
  if (errors.length > 0) return undefined;
  const list = isMap(contents) ? contents.get("accounts", true) : contents;
  const insertions = list === null ? newList(text, entries, json) : insertionsInto(list, entries, text, json);
  const added = applied(text, insertions);
  return holdsAll(text, entries, added) ? added : undefined;
}

function insertionsInto(list: unknown, entries: readonly object[], text: string, json: boolean): readonly Insertion[] {
  if (!isSeq(list) || !list.range) return [];
  const unit = /^[ \t]+(?=\S)/m.exec(text)?.[0] ?? "  ";
  const found = { text, json, unit, start: list.range[0], last: lastOf(list) };
  return list.flow ? inBrackets(entries, found) : underDashes(entries, found);
}

const lastOf = ({ items }: YAMLSeq): Node | undefined => {
  const last = items.at(-1);
  return isNode(last) ? last : undefined;
};

/** A text of nothing but comments becomes a list. */
const newList = (text: string, entries: readonly object[], json: boolean): readonly Insertion[] => [
  {
    at: text.length,
    text: json
      ? `${JSON.stringify(entries, null, 2)}\n`
      : entries.map((entry) => `- ${indented(entryText(entry, "yaml-block", "  "), "  ")}\n`).join(""),
  },
];

/** `- id: ...` after the last one, with the comments that stand deeper than its dash. */
function underDashes(entries: readonly object[], { text, unit, start, last }: Found): readonly Insertion[] {
  const indent = text.slice(lineStart(text, start), start);
  const style = isCollection(last) && last.flow ? "yaml-flow" : "yaml-block";
  const end = endOf(last);
  const comments = new RegExp(`(?:[ \\t]{${indent.length + 1},}#[^\\n]*(?:\\n|$))*`, "y");
  const next = text[end - 1] === "\n" ? end : nextLine(text, end);
  comments.lastIndex = next;
  const at = next + (comments.exec(text)?.[0].length ?? 0);
  const lines = entries.map((entry) => `${indent}- ${indented(entryText(entry, style, unit), `${indent}  `)}\n`);
  return [{ at, text: `${text[at - 1] === "\n" ? "" : "\n"}${lines.join("")}` }];
}

/** `[..., { id: ... }]`: on lines of their own where the last one has its own, before a comma that stands there or after. */
function inBrackets(entries: readonly object[], { text, json, unit, start, last }: Found): readonly Insertion[] {
  const [from, end] = [last?.range?.[0] ?? start, endOf(last)];
  const indent = text.slice(lineStart(text, from), from);
  const style: EntryStyle = !json ? "yaml-flow" : text.slice(from, end).includes("\n") ? "json" : "json-line";
  if (!last) {
    const lines = entries.map((entry) => `\n${unit}${indented(entryText(entry, json ? "json" : style, unit), unit)}`);
    return [{ at: start + 1, text: `${lines.join(",")}\n` }];
  }
  const texts = entries.map((entry) => indented(entryText(entry, style, unit), indent));
  const line = /^([ \t]*,)?[ \t]*(?:#.*)?(?=\r?\n)/.exec(text.slice(end));
  if (indent.trim() !== "" || !line) return [{ at: end, text: texts.map((entry) => `, ${entry}`).join("") }];
  const [rest, comma] = line;
  const lines = texts.map((entry) => `\n${indent}${entry}`).join(",");
  const at = end + rest.length;
  return comma
    ? [{ at, text: `${lines},` }]
    : [
        { at: end, text: "," },
        { at, text: lines },
      ];
}

const endOf = (node: Node | undefined): number => node?.range?.[1] ?? 0;
const lineStart = (text: string, offset: number): number => text.lastIndexOf("\n", offset - 1) + 1;
const nextLine = (text: string, offset: number): number => {
  const end = text.indexOf("\n", offset);
  return end < 0 ? text.length : end + 1;
};
const indented = (text: string, indent: string): string => text.replaceAll("\n", `\n${indent}`);

/** The text with all insertions, in its own line ends. */
function applied(text: string, insertions: readonly Insertion[]): string {
  const eol = text.includes("\r\n") ? "\r\n" : "\n";
  return insertions.reduceRight(
    (whole, { at, text }) => whole.slice(0, at) + text.replaceAll("\n", eol) + whole.slice(at),
    text,
  );
}

/** Whether a text means what another one does, with the entries at the end of its accounts. */
function holdsAll(text: string, entries: readonly object[], added: string): boolean {
  const before = parse(text) ?? [];
  const { contents, errors } = parseDocument(added);
  const expected = Array.isArray(before)
    ? [...before, ...entries]
    : { ...before, accounts: [...(before.accounts ?? []), ...entries] };
  return errors.length === 0 && isDeepStrictEqual(contents && parse(added), expected);
}
