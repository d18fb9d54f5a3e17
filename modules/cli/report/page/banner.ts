import { html } from "htm/preact";
import { VERDICTS } from "../../audit/findings";
import { counted } from "../../summary";
import { allPlaced, isFinding } from "../placed";
import type { Report } from "../report";
import { LOOKS } from "./looks";
import { Time } from "./time";

/** What the report says, in one sentence and a few numbers; a partial result is said to be partial. */
export function Banner({ audit }: Report) {
  const placed = allPlaced(audit);
  const silent = audit.targets.filter(({ fault }) => fault).length;
  const count = (verdict: string) => placed.filter(({ step }) => step.verdict === verdict).length;
  return html`<header>
    <p class="kind">Keywatch report</p>
    <h1>${headline({ audit })}</h1>
    <p class="lead">
      ${counted(new Set(audit.targets.map(({ account }) => account.id)).size, "account")} and${" "}
      ${counted(audit.targets.length, "target")} of <code>${audit.config}</code>, audited <${Time} at=${audit.endedAt} />
    </p>
    ${
      !audit.complete &&
      html`<p class="partial"><strong>This result is partial.</strong>${" "}
      ${silent > 0 ? `${counted(silent, "target")} gave no answer. ` : ""}What could not be asked is unknown, and nothing here vouches for it.</p>`
    }
    <dl class="tally">
      ${VERDICTS.map(
        (verdict) =>
          html`<div class=${verdict}><dt><span aria-hidden="true">${LOOKS[verdict].symbol}</span> ${LOOKS[verdict].word}</dt><dd>${count(verdict)}</dd></div>`,
      )}
    </dl>
  </header>`;
}

/** The report in a sentence. */
export function headline({ audit }: Report): string {
  const found = allPlaced(audit).filter(isFinding);
  const failed = found.filter(({ step }) => step.verdict === "fail");
  const targets = new Set(failed.flatMap(({ target }) => target?.stackId ?? [])).size;
  if (failed.length > 0) {
    return `${counted(failed.length, "failure")}${targets > 0 ? ` in ${targets} of ${counted(audit.targets.length, "target")}` : ""}`;
  }
  if (!audit.complete) return "No failure found, but not everything could be asked";
  return `The alert path holds in ${counted(audit.targets.length, "target")}`;
}
