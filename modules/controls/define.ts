import { benchmarkNumbers } from "./benchmark";
import type { Control } from "./control";
import { ON_FIRST } from "./on-first";

/** What an entry of the catalogue says of itself; names, numbers and the alarm follow from it. */
interface Entry extends Pick<Control, "title" | "severity" | "checkers" | "subject" | "meaning" | "response"> {
  /** Its filter and metric are called `<name>Events`, its alarm `<name>Alarm`. */
  readonly name: string;
  readonly pattern: string;
}

function parts({ name, pattern, ...texts }: Entry, namespace: string) {
  const metric = { name: `${name}Events`, namespace, value: "1" };
  return {
    ...texts,
    filter: { name: metric.name, pattern, metric },
    alarm: { name: `${name}Alarm`, ...ON_FIRST },
  };
}

/** A recommendation of the CIS AWS Foundations Benchmark, under its number in the versions from 1.4 to 5.0. */
export function cisControl<const Number extends number>({
  number,
  onByDefault = false,
  securityHub,
  spellings,
  ...entry
}: Entry &
  Pick<Control, "securityHub" | "spellings"> & {
    /** Within its section of the benchmark: 7 is 4.7. */
    readonly number: Number;
    readonly onByDefault?: boolean;
  }): Control & { readonly id: `cis-4.${Number}` } {
  return {
    id: `cis-4.${number}`,
    label: `CIS AWS Foundations 4.${number}`,
    ...parts(entry, "CISBenchmark"),
    onByDefault,
    benchmarks: benchmarkNumbers(number),
    spellings,
    securityHub,
    sources: [
      `CIS Amazon Web Services Foundations Benchmark v3.0.0, 4.${number}`,
      ...(securityHub ? [securityHubPage(securityHub)] : []),
    ],
  };
}

const securityHubPage = (check: string): string =>
  `https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html#${check.toLowerCase().replace(".", "-")}`;

/** A control of Keywatch's own, beside the benchmark and off by default. */
export function keywatchControl<const Id extends string>({
  id,
  sources,
  ...entry
}: Entry & Pick<Control, "sources"> & { readonly id: Id }): Control & { readonly id: Id } {
  return {
    id,
    label: `Keywatch ${id}`,
    ...parts(entry, "Keywatch"),
    onByDefault: false,
    sources,
  };
}
