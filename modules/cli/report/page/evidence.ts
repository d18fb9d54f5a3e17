import { html } from "htm/preact";
import { VERDICTS } from "../../audit/findings";
import type { Audit, Step, TargetAudit } from "../../audit/result";
import { stepsOf, worstOf } from "../placed";
import { Badge } from "./badge";
import { lookOf } from "./looks";
import { anchorOf, findable } from "./text";
import { Time } from "./time";

/** Every step of every target, with what was seen, when, and by whom. */
export const Evidence = ({ audit }: { readonly audit: Audit }) =>
  html`<section aria-labelledby="evidence">
    <h2 id="evidence">Evidence</h2>
    <p>Every step, passed or not, as AWS answered it. Times are those of the answers.</p>
    ${audit.targets.map((target) => html`<${TargetEvidence} target=${target} audit=${audit} />`)}
    ${
      audit.fleet.length > 0 &&
      html`<details data-find="fleet" data-finding=${worstOf(audit.fleet) !== "pass" || undefined}>
        <summary><${Badge} look=${worstOf(audit.fleet)} /> <span>The fleet as a whole: states and leftovers</span></summary>
        <${Steps} steps=${audit.fleet} label="Steps of the fleet" />
      </details>`
    }
  </section>`;

function TargetEvidence({ target, audit }: { readonly target: TargetAudit; readonly audit: Audit }) {
  const { account, region, caller, milliseconds, stackId } = target;
  const look = lookOf(target);
  return html`<details data-find=${findable(target)} data-finding=${look !== "pass" || undefined} data-target>
    <summary><${Badge} look=${look} /> <span>${account.name} <span class="mono">${account.id} ${region}</span></span></summary>
    <div id=${anchorOf(target)} class="about">
      <p>Stack <code>${stackId}</code>. ${caller ? html`Asked by <code>${caller}</code>` : "Nobody could ask"}, in ${(milliseconds / 1000).toFixed(1)} s.</p>
    </div>
    <${Steps} steps=${stepsOf(target, audit)} label=${`Steps of ${stackId}`} />
  </details>`;
}

const rank = ({ verdict }: Step): number => VERDICTS.indexOf(verdict);

/** The steps, the worst first, otherwise in the order of the path. */
const Steps = ({ steps, label }: { readonly steps: readonly Step[]; readonly label: string }) =>
  html`<div class="wide" role="group" aria-label=${label} tabindex="0">
    <table class="steps">
      <thead><tr><th scope="col">Verdict</th><th scope="col">Step</th><th scope="col">What was seen</th><th scope="col">When</th></tr></thead>
      <tbody>${[...steps].sort((one, other) => rank(one) - rank(other)).map((step) => html`<${StepRow} step=${step} />`)}</tbody>
    </table>
  </div>`;

const StepRow = ({ step }: { readonly step: Step }) =>
  html`<tr>
    <td><${Badge} look=${step.verdict} /></td>
    <th scope="row">${step.title} <code>${[step.id, step.control].filter(Boolean).join(" ")}</code></th>
    <td>${step.evidence}${step.resource && html`<span class="resource mono">${step.resource}</span>`}</td>
    <td class="when"><${Time} at=${step.at} /></td>
  </tr>`;
