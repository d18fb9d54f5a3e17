/** Whether a text matches a pattern in which `*` stands for any text and `?` for any character. */
export function glob(pattern: string, text: string): boolean {
  if (pattern === "*" || pattern === text) return true;
  if (!/[*?]/.test(pattern)) return false;
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replaceAll("*", ".*")
    .replaceAll("?", ".");
  return new RegExp(`^${source}$`, "s").test(text);
}

/** The same for ARNs, whose six parts are matched one by one. */
export function globArn(pattern: string, arn: string): boolean {
  const parts = arnParts(arn);
  return arnParts(pattern).every((part, index) => glob(part, parts[index] ?? ""));
}

function arnParts(arn: string): string[] {
  const parts = arn.split(":");
  return [...parts.slice(0, 5), parts.slice(5).join(":")];
}
