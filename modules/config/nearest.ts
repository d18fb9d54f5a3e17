import { closest, distance } from "fastest-levenshtein";

/**
 * The known name that a misspelt one most likely means, or undefined where none is near: at most a third of its
 * letters differ (or as few as `most`), upper and lower case counting as the same.
 */
export function nearestName(
  name: string,
  known: readonly string[],
  most = Math.max(1, Math.round(name.length / 3)),
): string | undefined {
  if (known.length === 0) return undefined;
  const lower = known.map((candidate) => candidate.toLowerCase());
  const best = closest(name.toLowerCase(), lower);
  return distance(name.toLowerCase(), best) <= most ? known[lower.indexOf(best)] : undefined;
}
