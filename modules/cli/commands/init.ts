import { existsSync } from "node:fs";
import path from "node:path";
import { Option } from "commander";
import { DEFAULT_FILE, problemReport } from "../../config";
import { type Call, CONFIG_OPTION, defineCommand } from "../command";
import { canAsk } from "../confirmed";
import { EXIT, type ExitCode } from "../exit";
import { configFile } from "../fleet";
import { type Answers, isOpen, QUESTIONS, withPresets } from "../init/questions";
import { withRemedy } from "../remedy";

type InitOptions = Answers & { readonly config?: string; readonly yes?: boolean };

/** The prompts and the YAML library are loaded here alone. */
const load = () => require("../init") as typeof import("../init");
const loadFile = () => require("../config-text/file") as typeof import("../config-text/file");

const ROOT = path.resolve(__dirname, "../../..");

/** Writes a first config. */
export const init = defineCommand<InitOptions>({
  usage: "init",
  description: "Write a first config, as TypeScript, YAML or JSON: by asking, or by options.",
  options: [
    CONFIG_OPTION,
    ...QUESTIONS.map(({ flag, description, choices }) => {
      const option = new Option(flag, description);
      return choices ? option.choices(choices) : option;
    }),
    new Option("-y, --yes", "take what is proposed for all that no option says"),
  ],
  examples: [
    "init",
    "init --config keywatch.config.yaml",
    "init --config keywatch.config.json --account 111111111111=payments-prod --email security@acme.example --state local --yes",
  ],
  run: (call) => {
    const { options, env, terminal } = call;
    const file = configFile(options, env);
    if (existsSync(file)) return refused(call, `${file} exists already and stays as it is.`, OTHER_FILE);
    if (!load().WRITABLE.includes(path.extname(file).toLowerCase())) {
      return refused(
        call,
        `${file} is no config that can be written.`,
        `Name one of: *${load().WRITABLE.join(", *")}.`,
      );
    }
    const { config: _, yes, ...given } = options;
    const answers = yes ? withPresets(given) : given;
    const problems = load().problemsOf(answers);
    if (problems.length > 0) {
      terminal.err(problemReport(file, problems));
      return EXIT.wrong;
    }
    const open = QUESTIONS.filter((question) => isOpen(question, answers));
    if (open.length === 0) return written(call, file, answers);
    if (canAsk(call)) return asked(call, file, answers);
    const flags = open.map(({ flag }) => flag.split(" ")[0]).join(", ");
    return refused(call, `Nobody can be asked here. Missing: ${flags}.`, MORE_OPTIONS);
  },
});

const OTHER_FILE = "Name another file with --config or KEYWATCH_CONFIG, such as --config keywatch.config.yaml.";
const MORE_OPTIONS = "Give them; with --yes those that have a proposal are not needed.";

function refused({ terminal }: Call, problem: string, remedy: string): ExitCode {
  terminal.err(withRemedy(`error: ${problem}`, remedy));
  return EXIT.wrong;
}

async function asked(call: Call<InitOptions>, file: string, given: Answers): Promise<ExitCode> {
  const answers = await load().askOpen(given);
  if (answers) return written(call, file, answers);
  call.terminal.err("Nothing was written.");
  return EXIT.failed;
}

function written(call: Call<InitOptions>, file: string, answers: Answers): ExitCode {
  const { configOf, configText, surroundingsOf } = load();
  const text = configText(file, configOf(answers), surroundingsOf(file, ROOT));
  if (text === undefined || !loadFile().makeFile(file, text)) {
    return refused(call, `${file} exists already and stays as it is.`, OTHER_FILE);
  }
  call.terminal.out(nextSteps(file));
  return EXIT.fine;
}

/** What to do with the new config. The other commands find one of the usual name by themselves; a program is not added to. */
function nextSteps(file: string): string {
  const list = path.extname(file) === ".ts" ? "--write accounts.json" : "--write";
  const steps = [
    ...(file === DEFAULT_FILE ? [] : [`export KEYWATCH_CONFIG=${file}`]),
    "npx keywatch validate",
    `npx keywatch discover --organization --role arn:aws:iam::{account}:role/OrganizationAccountAccessRole ${list}`,
    "npx keywatch permissions deploy --trust ARN_OF_YOUR_ROLE --format cloudformation > roles.json  # for every account",
    "npx keywatch preflight",
    "npx keywatch synth",
  ];
  return [`${file} written. Next:`, ...steps.map((step) => `  ${step}`)].join("\n");
}
