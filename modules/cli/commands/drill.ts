import { Option } from "commander";
import type { Target } from "../../fleet";
import { type AwsOptions, ROLE_OPTION, withRole } from "../aws/options";
import { type Call, CONFIG_OPTIONS, defineCommand } from "../command";
import { canAsk, confirmed } from "../confirmed";
import type { DrillPlan } from "../drill";
import { EXIT, type ExitCode } from "../exit";
import { type FleetOptions, withFleet } from "../fleet";
import { positive } from "../numbers";
import { chosenTargets } from "../only";
import { withRemedy } from "../remedy";

interface DrillOptions extends FleetOptions, Pick<AwsOptions, "role"> {
  readonly control?: string;
  readonly alarmOnly?: boolean;
  readonly dryRun?: boolean;
  readonly yes?: boolean;
  /** Seconds that alarm and message are waited for. */
  readonly timeout: number;
}

/** The SDK is loaded by those who ask AWS alone. */
const loadDrill = () => require("../drill") as typeof import("../drill");
const loadAws = () => require("../aws") as typeof import("../aws");

/** Proves the way of an alert with a real event. */
export const drill = defineCommand<DrillOptions>({
  usage: "drill <target>",
  description: "Prove one target's alert with a real event: a key is made, disabled and scheduled for deletion.",
  options: [
    ...CONFIG_OPTIONS,
    ROLE_OPTION,
    new Option("--control <id>", "control whose alarm must fire (default: the first that watches these events)"),
    new Option("--alarm-only", "end with the alarm; for a topic that cannot be listened to"),
    new Option("--timeout <seconds>", "how long alarm and message are waited for").argParser(positive).default(1200),
    new Option("--dry-run", "tell what would be done, with which calls, and do nothing"),
    new Option("-y, --yes", "do not ask before it begins"),
  ],
  examples: [
    "drill keywatch-111111111111-eu-west-1 --dry-run",
    "drill keywatch-111111111111-eu-west-1",
    "drill 111111111111 --yes --json --role arn:aws:iam::{account}:role/keywatch-drill",
  ],
  run: (call) =>
    withFleet(call, (fleet) => {
      const [name = ""] = call.args;
      const targets = fleet.map((target) => withRole(target, call.options.role));
      return chosenTargets({ ...call, options: { only: [name] } }, targets, (chosen) =>
        onTarget(call, targets, chosen),
      );
    }),
});

/** Plans the drill of the target that is meant; what has no plan is wrong use. */
function onTarget(
  call: Call<DrillOptions>,
  fleet: readonly Target[],
  [target, ...others]: readonly Target[],
): ExitCode | Promise<ExitCode> {
  const { options, terminal } = call;
  const { planDrill, planText, planData } = loadDrill();
  if (!target || others.length > 0) {
    terminal.err(
      `error: A drill is of one target. Name its stack: ${[target, ...others].map((one) => one?.stackId).join(", ")}.`,
    );
    return EXIT.wrong;
  }
  const planned = planDrill(target, fleet, options);
  if (!planned.ok) {
    terminal.err(`error: ${planned.problem}`);
    return EXIT.wrong;
  }
  if (options.dryRun) {
    terminal.out(options.json ? JSON.stringify(planData(planned.plan), null, 2) : planText(planned.plan));
    return EXIT.fine;
  }
  return onApproval(call, planned.plan);
}

async function onApproval(call: Call<DrillOptions>, plan: DrillPlan): Promise<ExitCode> {
  const { options, terminal, interrupted } = call;
  if (options.yes) return proved(call, plan);
  if (!canAsk(call)) {
    terminal.err("error: A drill makes a key and sets off an alarm. Say --yes where nobody can be asked.");
    return EXIT.wrong;
  }
  const { target, topic } = plan;
  const question = `Disable a key of its own in ${target.account.name} (${target.account.id}, ${target.region}), and alert everybody who is subscribed to ${topic.name}?`;
  if (await confirmed(call, question, interrupted())) return proved(call, plan);
  terminal.err("Nothing was done.");
  return EXIT.failed;
}

async function proved({ options, terminal, env, interrupted }: Call<DrillOptions>, plan: DrillPlan): Promise<ExitCode> {
  const { drill: run, drillText } = loadDrill();
  const { openSessions, faultOf } = loadAws();
  const sessions = openSessions(env);
  const patience = options.timeout * 1000;
  try {
    const result = await run({ plan, sessions, interrupted, patience, tell: terminal.err });
    terminal.out(options.json ? JSON.stringify(result, null, 2) : drillText(result));
    return result.proven && result.cleaned.every(({ now }) => now) ? EXIT.fine : EXIT.failed;
  } catch (error) {
    const { message, remedy } = faultOf(error);
    terminal.err(withRemedy(`Nothing was done: ${message}`, remedy));
    return EXIT.failed;
  }
}
