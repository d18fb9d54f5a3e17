/**
 * A number as AWS's page writes it: an integer or decimal with an optional sign, then optionally an exponent.
 */
export const NUMBER = /^[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/**
 * The number that a value in an event is, or NaN, to which `!=` is the only comparison that holds.
 *
 * A string counts as the number it spells: CloudTrail writes account ids as strings, and AWS's page compares
 * `recipientAccountId` with 123456789012. "Strings don't support scientific notation", says the same page.
 */
export function numberIn(value: string | number): number {
  if (typeof value === "number") return value;
  return /^[+-]?\d+(?:\.\d+)?$/.test(value) ? Number(value) : Number.NaN;
}
