import type { CompletedCommand, CompletedOption, Values } from "./tree";

const ACTIONS = {
  files: "-r -F",
  folders: "-x -a '(__fish_complete_directories)'",
  stacks: "-x -a '(command ls (set -q CDKTF_OUTDIR; and echo $CDKTF_OUTDIR; or echo cdktf.out)/stacks 2>/dev/null)'",
  text: "-x",
} as const;

const quoted = (text: string): string => `'${text.replace(/['\\]/g, "\\$&")}'`;

const action = (values: Values | undefined): string =>
  !values ? "" : values.kind === "words" ? ` -x -a ${quoted(values.words.join(" "))}` : ` ${ACTIONS[values.kind]}`;

/** One line for each command, option and kind of value. */
export const fish = (commands: readonly CompletedCommand[]): string =>
  [
    "# Completion of keywatch for fish: npx keywatch completion fish | source",
    "complete -c keywatch -f",
    ...commands.map(
      ({ name, description }) => `complete -c keywatch -n __fish_use_subcommand -a ${name} -d ${quoted(description)}`,
    ),
    ...commands.flatMap((command) => [
      ...command.options.map(
        (option) => `${inside(command)} ${flags(option)}${action(option.values)} -d ${quoted(option.description)}`,
      ),
      ...(command.values ? [`${inside(command)}${action(command.values)}`] : []),
    ]),
    "",
  ].join("\n");

const inside = ({ name }: CompletedCommand): string =>
  `complete -c keywatch -n ${quoted(`__fish_seen_subcommand_from ${name}`)}`;

const flags = ({ long, short }: CompletedOption): string =>
  [...(short ? [`-s ${short.slice(1)}`] : []), `-l ${long.slice(2)}`].join(" ");
