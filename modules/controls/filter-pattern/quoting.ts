/**
 * Texts in quotes. AWS documents no escapes; we take a backslash as one where it stands before the quote or another
 * backslash, so that every text can be written.
 */
export type Quote = '"' | "'";

/** The source of a regular expression for a text in these quotes, quotes included. */
export const quotedSource = (quote: Quote): string =>
  `${quote}(?:\\\\[${quote}\\\\]|\\\\(?![${quote}\\\\])|[^${quote}\\\\])*${quote}`;

export function quoted(text: string, quote: Quote): string {
  return quote + text.replaceAll("\\", "\\\\").replaceAll(quote, `\\${quote}`) + quote;
}

export function unquoted(literal: string): string {
  return literal
    .slice(1, -1)
    .replace(/\\(["'\\])/g, (pair, char) => (char === "\\" || char === literal[0] ? char : pair));
}
