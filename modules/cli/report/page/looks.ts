import type { TargetAudit, Verdict } from "../../audit/result";
import { worstOf } from "../placed";

/** What a cell may say: a verdict, or why there is none. */
export type Look = Verdict | "silent" | "empty" | "absent";

interface Looks {
  readonly symbol: string;
  readonly word: string;
  /** What it means, as the legend tells it. */
  readonly meaning: string;
}

/** Each with a symbol and a word, so that nothing is said by colour alone; the worst first. */
export const LOOKS: Readonly<Record<Look, Looks>> = {
  fail: { symbol: "×", word: "Fail", meaning: "An alert would be lost here, or the audit of the benchmark fails." },
  silent: {
    symbol: "∅",
    word: "Not asked",
    meaning: "The account did not answer in this region. Nothing is known of it; the reason stands among the findings.",
  },
  unknown: {
    symbol: "?",
    word: "Unknown",
    meaning: "A step could not be asked, so it counts neither as a pass nor as a failure.",
  },
  warn: {
    symbol: "!",
    word: "Advice",
    meaning: "Alerts arrive, but a checker complains of it, or somebody else must be asked.",
  },
  pass: { symbol: "✓", word: "Pass", meaning: "Every step was asked, and all is as the config says." },
  empty: { symbol: "·", word: "Nothing to ask", meaning: "The config watches nothing here." },
  absent: { symbol: "–", word: "Not in the config", meaning: "Not a target of the config, so not part of this audit." },
};

/** How a target looks in the matrix: the worst verdict of its steps. */
export const lookOf = ({ fault, steps }: TargetAudit): Look => (fault ? "silent" : (worstOf(steps) ?? "empty"));
