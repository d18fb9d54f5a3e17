/**
 * A text as Terraform's JSON syntax must hold it to mean exactly that text.
 *
 * Terraform reads every JSON string as a template, in which `${` and `%{` open an expression, and CDKTF looks for its
 * tokens: `${TfToken[`, and numbers near -8e298. All are broken up with a quoted piece: `${"$"}{` is the text `${`.
 * Source: Terraform language, "JSON Configuration Syntax" and "Strings and Templates".
 */
export function literal(text: string): string {
  return text
    .replace(/[$%]+(?=\{)/g, (run) => `\${"${run}"}`)
    .replaceAll("TfToken[", 'TfToken${"["}')
    .replace(/(?<=[\d.])e(?=\+?\d{3})/g, '$${"e"}');
}

/** The same for every text and every key within a value. */
export function literals<T>(value: T): T {
  if (typeof value === "string") return literal(value) as T;
  if (Array.isArray(value)) return value.map(literals) as T;
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [literal(key), literals(entry)])) as T;
}
