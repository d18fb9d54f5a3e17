import { Token } from "cdktf";

/**
 * What Terraform's template scanner takes for syntax or swallows: a byte order mark, carriage returns, `${` and `%{`,
 * also where what follows brings the brace. And what CDKTF takes for tokens of its own, or JavaScript for a prototype.
 */
const SPECIAL = /^\ufeff|[$%\r]*\r|[$%]+(?=\{|$)|(?<=TfToken)\[|^(?:String|Any)(?= Map Token Value$)|^__proto__$/g;

/** What CDKTF may take for a number that stands for a token. */
const NUMBER = /[-|\d.+]+e[-|\d.eE+]+/g;

/**
 * A text as Terraform's JSON syntax must hold it to mean exactly that text, alone and beside references.
 *
 * Terraform reads every JSON string as a template, in which `${` and `%{` open an expression, and CDKTF looks for its
 * tokens: `${TfToken[`, and numbers near -8e298. All are broken up with a quoted piece: `${"$"}{` is the text `${`.
 * Source: Terraform language, "JSON Configuration Syntax" and "Strings and Templates".
 */
export function literal(text: string): string {
  return text
    .replace(SPECIAL, quoted)
    .replace(NUMBER, (digits) =>
      Token.isUnresolved(Number.parseFloat(digits)) ? digits.replace("e", quoted) : digits,
    );
}

const quoted = (piece: string): string => `\${${JSON.stringify(piece)}}`;

/** The same for every text and every key within a value. */
export function literals<T>(value: T): T {
  if (typeof value === "string") return literal(value) as T;
  if (Array.isArray(value)) return value.map(literals) as T;
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [literal(key), literals(entry)])) as T;
}
