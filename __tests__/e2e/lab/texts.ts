import * as fc from "fast-check";

/** Pieces that Terraform's templates, its JSON syntax, CDKTF's tokens or Unicode could make something else of. */
const pieces = [
  ...["${", "$${", "%{", "%%{", "%${", "$%{", "$", "%", "{", "}", "${~", "~}", "${a.b}", '${"x"}', "%{if a}"],
  ...["${TfToken[TOKEN.0]}", "#{TfToken[TOKEN.1]}", "&{TfToken[TOKEN.2]}", "TfToken[", "-8.2e298", "-82e297", "1e5"],
  ...['"', "'", "\\", "\\n", "\\u0041", "//", "/*", "#", "<<EOT", "__proto__", "a", " "],
  ...["\n", "\r\n", "\r", "\t", "\u0001", "\u001b", "\u007f", "\u0085", "\u2028", "\ufeff"],
  ...["é", "e\u0301", "\u0301", "\u212b", "\ufb01", "😀", "👩‍👩‍👧", "\u{10ffff}"],
];

/** Whole strings that mean something of their own to JavaScript or CDKTF. */
const words = ["", "//", "__proto__", "constructor", "String Map Token Value", "Any Map Token Value"];

/** Strings that a config may hold: all of Unicode but NUL, mostly made of pieces that are likely to go wrong. */
export const text: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.array(fc.constantFrom(...pieces), { maxLength: 8 }).map((some) => some.join("")) },
  { weight: 1, arbitrary: fc.constantFrom(...words) },
  { weight: 2, arbitrary: fc.string({ unit: "binary", maxLength: 12 }).map((some) => some.replaceAll("\0", "")) },
);

/** Distinct strings, as Terraform tells them apart. */
export const distinctTexts = (count: number): fc.Arbitrary<string[]> =>
  fc.uniqueArray(text, { minLength: count, maxLength: count, selector: asStored });

/** The form in which Terraform keeps a string: Unicode's composed one. */
export function asStored(string: string): string {
  return string.normalize("NFC");
}
