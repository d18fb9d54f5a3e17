import type { CompletedCommand, Values } from "./tree";

const GENERATE = {
  files: '_keywatch_paths -f "$current"',
  folders: '_keywatch_paths -d "$current"',
  stacks: 'COMPREPLY=($(compgen -W "$(ls "${CDKTF_OUTDIR:-cdktf.out}/stacks" 2>/dev/null)" -- "$current"))',
  text: ":",
} as const;

const words = (list: readonly string[]): string => `COMPREPLY=($(compgen -W "${list.join(" ")}" -- "$current"))`;

const generate = (values: Values): string => (values.kind === "words" ? words(values.words) : GENERATE[values.kind]);

/** Values by command and option; options by command; then what stands behind a command. */
export const bash = (commands: readonly CompletedCommand[]): string => `\
# Completion of keywatch for bash: source <(npx keywatch completion bash)
_keywatch_paths() {
  local IFS=$'\\n'
  compopt -o filenames 2>/dev/null
  COMPREPLY=($(compgen "$1" -- "$2"))
}
_keywatch() {
  local IFS=$' \\t\\n' current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD - 1]} command=\${COMP_WORDS[1]}
  # bash takes --state=s3 for three words
  if [[ $current == "=" ]]; then current=; elif [[ $previous == "=" ]]; then previous=\${COMP_WORDS[COMP_CWORD - 2]}; fi
  COMPREPLY=()
  if ((COMP_CWORD == 1)); then
    ${words([...commands.map(({ name }) => name), "help", "--help", "--version"])}
    return
  fi
  if [[ $current == -* ]]; then
    case $command in
${commands.map(({ name, options }) => `      ${name}) ${words(options.map(({ long }) => long))} ;;`).join("\n")}
    esac
    return
  fi
  case "$command $previous" in
${commands.flatMap(valueCases).join("\n")}
    *)
      case $command in
${commands.flatMap(({ name, values }) => (values ? [`        ${name}) ${generate(values)} ;;`] : [])).join("\n")}
        help) ${words(commands.map(({ name }) => name))} ;;
      esac
      ;;
  esac
}
complete -F _keywatch keywatch
`;

const valueCases = ({ name, options }: CompletedCommand): string[] =>
  options.flatMap(({ long, short, values }) => {
    if (!values) return [];
    const patterns = [long, ...(short ? [short] : [])].map((flag) => `"${name} ${flag}"`).join(" | ");
    return [`    ${patterns}) ${generate(values)} ;;`];
  });
