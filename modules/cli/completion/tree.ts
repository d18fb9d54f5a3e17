import type { Option } from "commander";
import { REGIONS } from "../../aws";
import type { Command } from "../command";

/** What may stand as a value. */
export type Values =
  | { readonly kind: "words"; readonly words: readonly string[] }
  /** Files, folders, or the stacks that the last synth wrote. */
  | { readonly kind: "files" | "folders" | "stacks" }
  /** Anything. */
  | { readonly kind: "text" };

/** An option as shells complete it. */
export interface CompletedOption {
  /** `--config`. */
  readonly long: string;
  /** `-c`. */
  readonly short?: string;
  readonly description: string;
  /** Absent where it takes no value. */
  readonly values?: Values;
}

/** A command as shells complete it. */
export interface CompletedCommand {
  readonly name: string;
  readonly description: string;
  readonly options: readonly CompletedOption[];
  /** What stands behind it; absent where nothing may. */
  readonly values?: Values;
}

/** What a placeholder such as `<file>` stands for. */
const KINDS: Readonly<Record<string, Values>> = {
  file: { kind: "files" },
  folder: { kind: "folders" },
  "account or stack": { kind: "stacks" },
  region: { kind: "words", words: [...REGIONS.keys()] },
};

const HELP: CompletedOption = { long: "--help", short: "-h", description: "display help for command" };

/** The commands as data, from what they say of themselves. */
export const treeOf = (commands: readonly Command[]): readonly CompletedCommand[] =>
  commands.map(({ usage, description, options }) => ({
    name: usage.split(" ")[0] ?? "",
    description,
    options: [...options.map(optionOf), HELP],
    values: valuesOf(usage),
  }));

const optionOf = ({ long, short, flags, description, argChoices }: Option): CompletedOption => ({
  long: long ?? "",
  short,
  description,
  values: argChoices ? { kind: "words", words: argChoices } : valuesOf(flags),
});

/** What a placeholder in a text stands for: one of `<a|b>`, or a kind of things. */
function valuesOf(text: string): Values | undefined {
  const [, name = ""] = /[<[](.+?)(?:\.\.\.)?[>\]]/.exec(text) ?? [];
  if (name === "") return undefined;
  if (name.includes("|")) return { kind: "words", words: name.split("|") };
  return KINDS[name] ?? { kind: "text" };
}
