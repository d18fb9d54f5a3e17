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
export const BENCHMARK_VERSIONS: readonly BenchmarkVersion[] = BENCHMARKS.map(({ version }) => version);

/** The number of a monitoring recommendation in every version that has it: 7 is 3.7 in 1.2, and 5.7 in 6.0. */
export const benchmarkNumbers = (recommendation: number): Partial<Record<BenchmarkVersion, string>> =>
  Object.fromEntries(
    BENCHMARKS.filter(({ last }) => recommendation <= last).map(({ version, section }) => [
      version,
      `${section}.${recommendation}`,
    ]),
  );
