import type { CompletedCommand, CompletedOption, Values } from "./tree";

const ACTIONS = {
  files: "_files",
  folders: "_files -/",
  stacks: "_keywatch_stacks",
  text: " ",
} as const;

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
const escaped = (text: string): string => text.replace(/[[\]:\\]/g, "\\$&");

const action = (values: Values): string =>
  values.kind === "words" ? `(${values.words.join(" ")})` : ACTIONS[values.kind];

const argument = ({ long, short, description, values }: CompletedOption): string => {
  const rest = quoted(`[${escaped(description)}]${values ? `:value:${action(values)}` : ""}`);
  return short ? `${quoted(`(${short} ${long})`)}{${short},${long}}${rest}` : `${quoted(long)}${rest}`;
};

/** The commands with what each does, then the arguments of the one that stands there. */
export const zsh = (commands: readonly CompletedCommand[]): string => `\
#compdef keywatch
# Completion of keywatch for zsh: source <(npx keywatch completion zsh)
_keywatch_stacks() {
  compadd -- "\${CDKTF_OUTDIR:-cdktf.out}"/stacks/*(N:t)
}
_keywatch() {
  local -a commands=(
${commands.map(({ name, description }) => `    ${quoted(`${name}:${escaped(description)}`)}`).join("\n")}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  local command=$words[2]
  shift words
  (( CURRENT-- ))
  case $command in
${commands.map(commandCase).join("\n")}
    help) _describe command commands ;;
  esac
}
if [[ $funcstack[1] == _keywatch ]]; then _keywatch "$@"; else compdef _keywatch keywatch; fi
`;

const commandCase = ({ name, options, values }: CompletedCommand): string => {
  const behind = values ? [quoted(`*:value:${action(values)}`)] : [];
  return [
    `    ${name})`,
    `      _arguments \\`,
    `${[...options.map(argument), ...behind].map((line) => `        ${line}`).join(" \\\n")} ;;`,
  ].join("\n");
};
