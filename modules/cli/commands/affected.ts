import { Option } from "commander";
import type { Target } from "../../fleet";
import type { Affected } from "../affected";
import { CONFIG_OPTIONS, defineCommand } from "../command";
import { EXIT } from "../exit";
import type { FleetOptions } from "../fleet";
import { MATRIX_OPTIONS, type MatrixOptions, matrixText } from "../matrix";
import { leftText } from "../summary";
import { inWave, withWaves } from "../wave";

interface AffectedOptions extends FleetOptions, MatrixOptions {
  readonly base: string;
}

/** CDKTF is loaded here alone. */
const load = () => require("../affected") as typeof import("../affected");

/** Says which stacks differ from those of another revision. */
export const affected = defineCommand<AffectedOptions>({
  usage: "affected",
  description: "List the stacks that another revision of git would synthesize otherwise: what a change has to deploy.",
  options: [
    ...CONFIG_OPTIONS,
    new Option("--base <revision>", "what to compare with: a branch, a tag or a commit").makeOptionMandatory(),
    ...MATRIX_OPTIONS,
  ],
  examples: ["affected --base origin/main", "affected --base HEAD --json", "affected --base HEAD~1 --matrix --wave 1"],
  run: (call) =>
    withWaves(call, async (targets, file) => {
      const { options, terminal, interrupted } = call;
      const { GitError, affected } = load();
      try {
        const all = await affected(targets, { revision: options.base, file, signal: interrupted() });
        const found = within(all, inWave(targets, options));
        const ids = [...found.changed, ...found.added];
        if (found.incomparable) terminal.err(`Every stack is affected: ${found.incomparable}`);
        if (options.matrix) {
          terminal.out(
            matrixText(
              targets.filter(({ stackId }) => ids.includes(stackId)),
              options,
            ),
          );
        } else if (options.json) terminal.out(JSON.stringify({ base: options.base, ...found }, null, 2));
        else tell(found, terminal);
        return EXIT.fine;
      } catch (error) {
        if (!(error instanceof GitError)) throw error;
        terminal.err(`${error.message} Name a branch, a tag or a commit of the config's repository as --base.`);
        return EXIT.wrong;
      }
    }),
});

/** Those of the stacks that belong to these targets; what has left the config belongs to none, and is told always. */
function within(found: Affected, targets: readonly Target[]): Affected {
  const ids = new Set(targets.map(({ stackId }) => stackId));
  const chosen = (stacks: readonly string[]) => stacks.filter((stack) => ids.has(stack));
  return { ...found, changed: chosen(found.changed), added: chosen(found.added) };
}

function tell(
  { changed, added, left }: Affected,
  { out, err }: { out: (text: string) => void; err: (text: string) => void },
) {
  const ids = [...changed, ...added].sort();
  if (ids.length > 0) out(ids.join("\n"));
  else err("No stack is affected.");
  for (const stack of left) err(leftText(stack));
}
