/** A version of the CIS AWS Foundations Benchmark, with the section that holds its monitoring recommendations. */
interface Benchmark {
  readonly version: string;
  readonly section: number;
  /** Number of the section's last recommendation for a metric filter. */
  readonly last: number;
}

/**
 * The versions that Keywatch knows, oldest first. Within the section the numbers never changed; 1.2 ended before the
 * recommendation for AWS Organizations.
 */
const BENCHMARKS = [
  { version: "1.2", section: 3, last: 14 },
  { version: "1.4", section: 4, last: 15 },
  { version: "1.5", section: 4, last: 15 },
  { version: "2.0", section: 4, last: 15 },
  { version: "3.0", section: 4, last: 15 },
  { version: "4.0", section: 4, last: 15 },
  { version: "5.0", section: 4, last: 15 },
  { version: "6.0", section: 5, last: 15 },
  { version: "7.0", section: 5, last: 15 },
] as const satisfies readonly Benchmark[];

export type BenchmarkVersion = (typeof BENCHMARKS)[number]["version"];

/** The versions, oldest first. */
const BENCHMARK_VERSIONS: readonly BenchmarkVersion[] = BENCHMARKS.map(({ version }) => version);

/** The number of a monitoring recommendation in every version that has it: 7 is 3.7 in 1.2, and 5.7 in 6.0. */
export const benchmarkNumbers = (recommendation: number): Partial<Record<BenchmarkVersion, string>> =>
  Object.fromEntries(
    BENCHMARKS.filter(({ last }) => recommendation <= last).map(({ version, section }) => [
      version,
      `${section}.${recommendation}`,
    ]),
  );

/** What versions of the benchmark say, by version. */
type ByVersion = Readonly<Partial<Record<BenchmarkVersion, string>>>;

/** The texts that versions of the benchmark have, each with its versions, oldest first. */
export function byText(texts: ByVersion): [string, string][] {
  const versionsWith = (text: string) => BENCHMARK_VERSIONS.filter((version) => texts[version] === text);
  return [...new Set(Object.values(texts))].map((text) => [text, versionsWith(text).join(", ")]);
}

/** `3.7 (1.2), 4.7 (1.4, 1.5)`: each number with the versions that have it. */
export const benchmarkText = (numbers: ByVersion = {}): string =>
  byText(numbers)
    .map(([number, versions]) => `${number} (${versions})`)
    .join(", ");
