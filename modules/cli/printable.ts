const ESCAPE = "\u001b";

/** Control characters, but for the ends of lines and the codes of bold and dim, which are ours and do no harm elsewhere. */
const STEERING = new RegExp(`(?!\n|${ESCAPE}\\[(?:1|2|22)m)[\\p{Cc}\\p{Cf}]`, "gu");

/**
 * A text with its control characters spelt out as in JSON, so that JSON stays what it is. Events, names and policies hold
 * what somebody has chosen, and none of it shall steer a terminal.
 */
export const printable = (text: string): string => text.replace(STEERING, spelt);

/** The same on one line: no line break in it can pass for the end of a line of ours. */
export const onOneLine = (text: string): string => printable(text).replaceAll("\n", spelt);

const spelt = (sign: string): string =>
  sign
    .split("")
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .join("");
