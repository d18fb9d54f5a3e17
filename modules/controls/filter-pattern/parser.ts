import {
  CONDITIONS,
  EQUALITY_OPERATORS,
  type Junction,
  OPERATORS,
  type Operator,
  type Pattern,
  type Selector,
  type Term,
  type Value,
} from "./ast";
import { type Token, type TokenKind, tokensOf } from "./lexer";
import { NUMBER } from "./number";
import { unquoted } from "./quoting";
import { checkRegex } from "./regex";
import { parseSelector, wildcardsIn } from "./selector";
import { type PatternSyntaxError, SyntaxFailure } from "./syntax-error";

/** A text that is a pattern. */
export interface ParsedPattern {
  readonly ok: true;
  readonly ast: Pattern;
}

/** The longest pattern that AWS takes (FilterPattern in the API reference of PutMetricFilter). */
export const MAX_LENGTH = 1024;

/** AWS's quotas for one JSON pattern (FilterAndPatternSyntax.html). */
const MAX_REGEXES = 2;
const MAX_WILDCARD_SELECTORS = 3;

/**
 * Reads a JSON filter pattern of CloudWatch Logs, such as `{ $.eventName = DisableKey }`.
 *
 * Never throws. Patterns for other formats (`ERROR`, `[ip, user]`) are syntax errors here.
 *
 * Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html
 */
export function parsePattern(text: string): ParsedPattern | PatternSyntaxError {
  try {
    if (text.length > MAX_LENGTH)
      throw new SyntaxFailure(
        `The pattern has ${text.length} characters.`,
        `at most ${MAX_LENGTH} characters`,
        MAX_LENGTH,
      );
    return { ok: true, ast: new Parser(tokensOf(text)).pattern() };
  } catch (failure) {
    if (failure instanceof SyntaxFailure) return failure.error;
    throw failure;
  }
}

const WORD_CHARACTERS = "letters, digits and _ . * + -";

/** What it means when one of these characters begins no token. */
const HINTS: ReadonlyMap<string, string> = new Map([
  ['"', "This text has no closing quote."],
  ["%", "This regular expression has no closing %."],
  ["'", "Texts stand in double quotes."],
]);

/** One method per rule of the grammar; `&&` binds closer than `||`. */
class Parser {
  readonly #tokens: readonly Token[];
  #position = 0;
  #regexes = 0;
  #wildcardSelectors = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  pattern(): Pattern {
    this.#expect("{", "{ at the beginning of a JSON pattern");
    const pattern = this.#or();
    this.#expect("}", "&&, || or }");
    if (this.#next.kind !== "end") this.#fail("nothing after the closing }");
    return pattern;
  }

  #or(): Pattern {
    return this.#junction("or", "||", () => this.#and());
  }

  #and(): Pattern {
    return this.#junction("and", "&&", () => this.#part());
  }

  #junction(kind: Junction["kind"], symbol: string, part: () => Pattern): Pattern {
    const first = part();
    const parts = [first];
    while (this.#take(symbol)) parts.push(part());
    return parts.length === 1 ? first : { kind, parts };
  }

  #part(): Pattern {
    if (!this.#take("(")) return this.#term();
    const inner = this.#or();
    this.#expect(")", "&&, || or )");
    return inner;
  }

  #term(): Term {
    const selector = this.#selector();
    const operator = this.#operator();
    if (operator) return { kind: "comparison", selector, operator, value: this.#value(operator) };
    const condition = CONDITIONS.find((name) => this.#takeWords(name.split(" ")));
    return condition
      ? { kind: "condition", selector, condition }
      : this.#fail(`${OPERATORS.join(" ")} or ${CONDITIONS.join(", ")}`);
  }

  #selector(): Selector {
    const token = this.#takeKind("selector") ?? this.#fail("a selector such as $.eventName, or (");
    const selector = parseSelector(token.text, token.start);
    const wildcards = wildcardsIn(selector);
    if (wildcards > 1)
      throw new SyntaxFailure("The selector has two wildcards.", "at most one wildcard in a selector", token.start);
    this.#wildcardSelectors += wildcards;
    if (this.#wildcardSelectors > MAX_WILDCARD_SELECTORS)
      throw new SyntaxFailure(
        "The pattern has too many selectors with a wildcard.",
        `at most ${MAX_WILDCARD_SELECTORS} of them`,
        token.start,
      );
    return selector;
  }

  #operator(): Operator | undefined {
    return OPERATORS.find((operator) => this.#take(operator));
  }

  #value(operator: Operator): Value {
    const start = this.#next.start;
    const value = this.#anyValue();
    if (value.kind !== "number" && !(EQUALITY_OPERATORS as readonly string[]).includes(operator))
      throw new SyntaxFailure(`${operator} compares numbers only.`, "a number such as 5, -0.5 or 1e3", start);
    return value;
  }

  #anyValue(): Value {
    const word = this.#takeKind("word");
    if (word) return this.#word(word);
    const string = this.#takeKind("string")?.text;
    if (string !== undefined) return { kind: "text", text: unquoted(string) };
    const regex = this.#takeKind("regex");
    if (regex) return this.#regex(regex);
    return this.#fail(`a number, a text of ${WORD_CHARACTERS}, any "text", or a %regex%`);
  }

  #word({ text, start }: Token): Value {
    const goesOn = this.#next.kind === "unknown" && this.#next.start === start + text.length;
    if (goesOn) this.#fail(`double quotes around a text that has more than ${WORD_CHARACTERS}`);
    return { kind: NUMBER.test(text) ? "number" : "text", text };
  }

  #regex(token: Token): Value {
    const source = token.text.slice(1, -1);
    checkRegex(source, token.start + 1);
    this.#regexes += 1;
    if (this.#regexes > MAX_REGEXES)
      throw new SyntaxFailure(
        "The pattern has too many regular expressions.",
        `at most ${MAX_REGEXES} of them`,
        token.start,
      );
    return { kind: "regex", source };
  }

  get #next(): Token {
    return this.#tokens[this.#position] as Token;
  }

  #takeKind(kind: TokenKind): Token | undefined {
    if (this.#next.kind !== kind) return undefined;
    return this.#tokens[this.#position++];
  }

  #take(symbol: string): boolean {
    return this.#next.text === symbol && this.#takeKind("symbol") !== undefined;
  }

  #takeWords(words: readonly string[]): boolean {
    const found = words.every((word, index) => this.#tokens[this.#position + index]?.text === word);
    if (found) this.#position += words.length;
    return found;
  }

  #expect(symbol: string, expected: string): void {
    if (!this.#take(symbol)) this.#fail(expected);
  }

  #fail(expected: string): never {
    const { kind, text, start } = this.#next;
    const message = kind === "end" ? "The pattern ends too early." : (HINTS.get(text) ?? `${text} cannot stand here.`);
    throw new SyntaxFailure(message, expected, start);
  }
}
