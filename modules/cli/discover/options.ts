import { InvalidArgumentError, Option } from "commander";
import { REGIONS } from "../../aws";
import type { AwsOptions } from "../aws/options";
import type { FleetOptions } from "../fleet";

/** What `keywatch discover` is called with. */
export interface DiscoverOptions extends FleetOptions, AwsOptions {
  readonly account?: readonly { readonly id: string; readonly name: string }[];
  /** All accounts of the organization; as text, the ARN of a role that may list them. */
  readonly organization?: string | true;
  readonly regions?: readonly string[];
  /** The file to add accounts to; `true` means the config. */
  readonly write?: string | true;
}

function account(text: string): { id: string; name: string } {
  const [, id, name = id] = /^(\d{12})(?:=(.+))?$/.exec(text) ?? [];
  if (id && name) return { id, name };
  throw new InvalidArgumentError("12 digits are expected, or 12 digits, = and a name.");
}

function region(text: string): string {
  if (REGIONS.has(text)) return text;
  throw new InvalidArgumentError("A region such as eu-west-1 is expected.");
}

const each =
  <T>(parse: (text: string) => T) =>
  (text: string, before: readonly T[] = []): readonly T[] => [...before, parse(text)];

export const DISCOVER_OPTIONS: readonly Option[] = [
  new Option(
    "--account <id=name...>",
    "look at these accounts, named or by their ids alone; without it, those of the config",
  ).argParser(each(account)),
  new Option(
    "--organization [role]",
    "look at all active accounts of the organization; with a role of its management account that may list them, if the caller may not",
  ).conflicts("account"),
  new Option("--regions <region...>", "regions to look into; a trail of one region is seen there alone").argParser(
    each(region),
  ),
  new Option(
    "--write [file]",
    "add the new accounts to the config, or to a list of accounts (.yaml, .json) that a config imports",
  ),
];
