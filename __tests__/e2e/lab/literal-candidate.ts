import { Token } from "cdktf";

/** What Terraform's template scanner would take for syntax, swallow, or CDKTF for a token of its own. */
const special = /^\ufeff|[$%\r]*\r|[$%]+(?=\{|$)|(?<=TfToken)\[|^(?:String|Any)(?= Map Token Value$)|^__proto__$/g;

/** What CDKTF may take for a number that stands for a token. */
const number = /[-|\d.+]+e[-|\d.eE+]+/g;

/** Terraform's JSON syntax for exactly this string, where Terraform reads an expression. */
export function literal(text: string): string {
  return text
    .replace(special, quoted)
    .replace(number, (digits) =>
      Token.isUnresolved(Number.parseFloat(digits)) ? digits.replace("e", quoted) : digits,
    );
}

function quoted(part: string): string {
  return `\${${JSON.stringify(part)}}`;
}
