import { SyntaxFailure } from "./syntax-error";

const ALLOWED = String.raw`[A-Za-z0-9 :_#=@/;,^$?[\]{}|*+.-]`;
const ESCAPE = String.raw`\\(?:[dDsSwWtn]|x[0-9A-Fa-f]{2}|[:_#=@/;,^$?[\]{}|\\*+.-])`;
const SUPPORTED = new RegExp(`^(?:${ALLOWED}|${ESCAPE})*`);

/**
 * Checks what stands between `%` signs against the subset of regular expressions that AWS supports.
 *
 * Source: "Supported regular expressions (regex) syntax" in FilterAndPatternSyntax.html. Its list lacks the space,
 * but its examples have one (`%^shutting down%`).
 *
 * @param offset where the source stands in the pattern, for errors
 */
export function checkRegex(source: string, offset: number): void {
  const supported = SUPPORTED.exec(source)?.[0].length ?? 0;
  if (source === "" || supported < source.length)
    throw new SyntaxFailure(
      source === "" ? "The regular expression is empty." : "AWS does not support this in a regular expression.",
      "letters, digits, spaces, : _ # = @ / ; , - or the operators ^ $ ? [ ] { } | \\ * + . (anything else as \\xhh)",
      offset + supported,
    );
  try {
    compileRegex(source);
  } catch {
    throw new SyntaxFailure(
      "The regular expression is not well formed.",
      "every [ closed, and something before each repetition",
      offset,
    );
  }
}

/**
 * The regular expression as JavaScript runs it.
 *
 * AWS lets either bound of `{m,n}` be left out, JavaScript only the second; AWS's `.` takes any character, also a newline.
 */
export function compileRegex(source: string): RegExp {
  const escapeOrClassOrOpenBound = /\\.|\[(?:\\.|[^\]])*\]|\{,(?=\d+\})/g;
  return new RegExp(
    source.replace(escapeOrClassOrOpenBound, (part) => (part === "{," ? "{0," : part)),
    "s",
  );
}
