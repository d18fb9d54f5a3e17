/**
 * A text with its control characters spelt out, but for the ends of lines. An event holds what a caller has chosen, or whoever wrote the file, and none
 * of it shall steer a terminal.
 */
export const printable = (text: string): string =>
  text.replace(/(?!\n)[\p{Cc}\p{Cf}]/gu, (sign) => `\\u{${sign.codePointAt(0)?.toString(16)}}`);
