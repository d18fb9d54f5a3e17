/** Characters on a line, as the project's formatter has it. */
const WIDTH = 120;

/** Data as TypeScript writes it: on one line where it fits, else an entry a line. */
export function literal(value: unknown, indent = "", before = 0): string {
  const line = inline(value);
  if (typeof value !== "object" || value === null || indent.length + before + line.length < WIDTH) return line;
  const inner = `${indent}  `;
  const [open, close] = Array.isArray(value) ? "[]" : "{}";
  const lines = Object.entries(value).map(([key, entry]) => {
    const name = Array.isArray(value) ? "" : `${keyText(key)}: `;
    return `${inner}${name}${literal(entry, inner, name.length + 1)},\n`;
  });
  return `${open}\n${lines.join("")}${indent}${close}`;
}

function inline(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inline).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  return `{ ${Object.entries(value)
    .map(([key, entry]) => `${keyText(key)}: ${inline(entry)}`)
    .join(", ")} }`;
}

const keyText = (key: string): string => (/^[A-Za-z_$][\w$]*$/.test(key) ? key : JSON.stringify(key));
