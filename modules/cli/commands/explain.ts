import { accessSync, constants, statSync } from "node:fs";
import { Option } from "commander";
import { CONFIG_OPTIONS, defineCommand } from "../command";
import { EXIT } from "../exit";
import { type FleetOptions, withFleet } from "../fleet";

interface ExplainOptions extends FleetOptions {
  readonly allControls?: boolean;
}

/** Filter patterns and messages are loaded here alone. */
const answer: typeof import("../explain").explain = (...question) =>
  (require("../explain") as typeof import("../explain")).explain(...question);

/** Says which alerts events would set off, over which path, and with what message. */
export const explain = defineCommand<ExplainOptions>({
  usage: "explain [file]",
  description:
    "Tell what events would set off: records of CloudTrail or events of EventBridge, from a file (gzip too) or from what comes in.",
  options: [
    ...CONFIG_OPTIONS,
    new Option("--all-controls", "evaluate the whole catalogue, switched on or not, for `controls` of --json"),
  ],
  examples: [
    "explain docs/events/disable-key.json",
    "explain docs/events/records.json --json --all-controls",
    "explain - < docs/events/records.json",
  ],
  run: (call) =>
    withFleet(call, async (targets) => {
      const { options, args, terminal, stdin } = call;
      const file = args[0] === "-" ? undefined : args[0];
      const wrong = wrongInput(file, stdin.isTTY === true);
      if (wrong) {
        terminal.err(wrong);
        return EXIT.wrong;
      }
      const { events, listed, alerting, unreadable, notEvaluated } = await answer(targets, {
        file,
        stdin,
        json: options.json ?? false,
        everyControl: options.allControls ?? false,
        out: terminal.out,
      });
      for (const text of notEvaluated) terminal.err(text);
      for (const { offset, reason } of unreadable) terminal.err(`${file ?? "input"}, byte ${offset}: ${reason}`);
      if (events === 0 && !listed) {
        terminal.err(
          "No event was found. One of CloudTrail or EventBridge is expected, alone, in lines, or in Records.",
        );
        return EXIT.wrong;
      }
      if (!options.json && events !== 1) terminal.out(terminal.dim(summaryText(events, alerting)));
      if (unreadable.length === 0) return EXIT.fine;
      terminal.err("The answer is partial: what is named above could not be read.");
      return EXIT.wrong;
    }),
});

const summaryText = (events: number, alerting: number): string =>
  `${events} events read, ${alerting} of them set something off.`;

function wrongInput(file: string | undefined, isTerminal: boolean): string | undefined {
  if (file === undefined) {
    return isTerminal ? "Name a file with events, or let them come in: keywatch explain - < events.json" : undefined;
  }
  try {
    accessSync(file, constants.R_OK);
    return statSync(file).isDirectory()
      ? `${file}: is a folder. Let its files come in: cat ${file}/* | npx keywatch explain -`
      : undefined;
  } catch {
    return `${file}: cannot be read. Name a file with events, or - for what comes in.`;
  }
}
