import { mapTexts } from "../values";

/**
 * What would not mean itself: a byte order mark at the start, `$` or `%` before a brace, a carriage return or the end
 * (where a reference may follow), and what CDKTF takes for a token of its own, numbers near -8e298 among them.
 */
const SPECIAL =
  /^\ufeff|[$%\r]*\r|[$%]+(?=\{|$)|(?<=TfToken)\[|(?<=[\d.])e(?=\+?\d{3})|^(?:String|Any)(?= Map Token Value$)|^__proto__$/g;

/**
 * A text as Terraform's JSON syntax must hold it to mean exactly that text, wherever Terraform reads an expression: what is
 * special becomes a quoted piece, so that `${` is `${"$"}{`. Settings of a backend are no expressions and stay as they are.
 *
 * Terraform normalises every text to Unicode's composed form (NFC).
 * Source: Terraform language, "JSON Configuration Syntax" and "Strings and Templates".
 */
export function literal(text: string): string {
  return text.replace(SPECIAL, (piece) => `\${${JSON.stringify(piece)}}`);
}

/** The same for every text and every key within a value. */
export const literals = <T>(value: T): T => mapTexts(value, literal, literal) as T;
