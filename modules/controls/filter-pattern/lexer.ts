import { quotedSource } from "./quoting";

export type TokenKind = "symbol" | "selector" | "word" | "string" | "regex" | "unknown" | "end";

/** A piece of a pattern and the place where it begins, counted from 0. */
export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  readonly start: number;
}

/** A word is an unquoted value or a keyword. AWS's page has `123.123.*`, `1e-3` and `+1000`; all else needs quotes. */
const RULES: readonly (readonly [TokenKind, RegExp])[] = [
  ["symbol", /&&|\|\||[!<>]=|[{}()=<>]/y],
  ["selector", new RegExp(`\\$(?:\\[${quotedSource("'")}\\]|[\\w.*[\\]-])*`, "y")],
  ["word", /[\w.*+-]+/y],
  ["string", new RegExp(quotedSource('"'), "y")],
  ["regex", /%[^%]*%/y],
  ["unknown", /./suy],
];

/** The tokens of a pattern without the spaces between them. The last one is the end. */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let start = afterSpaces(text, 0);
  while (start < text.length) {
    const token = tokenAt(text, start);
    tokens.push(token);
    start = afterSpaces(text, start + token.text.length);
  }
  return [...tokens, { kind: "end", text: "", start: text.length }];
}

function tokenAt(text: string, start: number): Token {
  for (const [kind, rule] of RULES) {
    rule.lastIndex = start;
    const match = rule.exec(text);
    if (match) return { kind, text: match[0], start };
  }
  throw new Error("The last rule takes any character.");
}

function afterSpaces(text: string, start: number): number {
  return start + text.slice(start).search(/\S|$/);
}
