import { readFileSync } from "node:fs";
import path from "node:path";

/** The addresses and arguments of a synthesized file, without their values and without CDKTF's notes to itself. */
function shape(value: unknown, at = ""): string[] {
  if (value === null || typeof value !== "object") return [at];
  return Object.entries(value).flatMap(([key, entry]) => (key === "//" ? [] : shape(entry, `${at}/${key}`)));
}

/** Fails unless two outputs declare the same elements with the same arguments for a stack. */
export function assertSame(bare: string, keywatch: string, stack: string): void {
  const read = (outdir: string): string[] =>
    shape(JSON.parse(readFileSync(path.join(outdir, "stacks", stack, "cdk.tf.json"), "utf8"))).sort();
  const [ours, theirs] = [read(keywatch), read(bare)];
  const without = (some: string[], others: string[]) => some.filter((entry) => !others.includes(entry));
  const [missing, further] = [without(ours, theirs), without(theirs, ours)];
  if (missing.length + further.length > 0) {
    throw new Error(
      `__tests__/bench/bare.ts must declare what Keywatch declares. It lacks:\n${missing.join("\n")}\nIt has besides:\n${further.join("\n")}`,
    );
  }
}
