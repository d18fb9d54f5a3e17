/** Why a text is no pattern, and where. */
export interface PatternSyntaxError {
  readonly ok: false;
  /** What is wrong, as a sentence. */
  readonly message: string;
  /** What was expected in its place. */
  readonly expected: string;
  /** Counted from 1; one past the end where the text stops too early. */
  readonly column: number;
}

/** Carries a syntax error out of the parser's recursion; never leaves `parsePattern`. */
export class SyntaxFailure extends Error {
  readonly error: PatternSyntaxError;

  /** @param offset counted from 0 */
  constructor(message: string, expected: string, offset: number) {
    super(message);
    this.error = { ok: false, message, expected, column: offset + 1 };
  }
}
