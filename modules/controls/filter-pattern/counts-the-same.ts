import { samePattern } from "./equivalence";
import { parsePattern } from "./parser";

/** Whether two texts are patterns that are sure to accept the same events. */
export function countsTheSame(left: string, right: string): boolean {
  if (left === right) return true;
  const [a, b] = [parsePattern(left), parsePattern(right)];
  return a.ok && b.ok && samePattern(a.ast, b.ast) === "equal";
}
