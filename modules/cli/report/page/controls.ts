import { html } from "htm/preact";
import { benchmarkText, CATALOGUE, type Control } from "../../../controls";
import type { Audit } from "../../audit/result";
import { worstOf } from "../placed";
import { Badge } from "./badge";

/** The controls that the audit looked at, under their numbers in the benchmarks. */
export function Controls({ audit }: { readonly audit: Audit }) {
  const ids = [...new Set(audit.targets.flatMap(({ steps }) => steps.flatMap(({ control }) => control ?? [])))];
  return html`<section aria-labelledby="controls">
    <h2 id="controls">Controls</h2>
    <p>The verdict is the worst of the control's own filter and alarm. Trail, topic and subscriptions serve all controls: their steps count in the matrix.</p>
    <div class="wide" role="group" aria-label="Controls in the benchmarks" tabindex="0">
      <table>
        <thead><tr>
          <th scope="col">Control</th><th scope="col">Title</th><th scope="col">CIS AWS Foundations: number (versions)</th>
          <th scope="col">Security Hub</th><th scope="col">Targets</th><th scope="col">Verdict</th>
        </tr></thead>
        <tbody>${ids.map((id) => html`<${Row} id=${id} audit=${audit} />`)}</tbody>
      </table>
    </div>
  </section>`;
}

function Row({ id, audit }: { readonly id: string; readonly audit: Audit }) {
  const control: Control | undefined = CATALOGUE.find((entry) => entry.id === id);
  const steps = audit.targets.map((target) => target.steps.filter((step) => step.control === id));
  return html`<tr>
    <th scope="row"><code>${id}</code></th>
    <td class="title">${control?.title ?? "Not in the catalogue of this version of Keywatch."}</td>
    <td>${benchmarkText(control?.benchmarks) || "Keywatch's own"}</td>
    <td class="short">${control?.securityHub ?? "–"}</td>
    <td>${steps.filter((own) => own.length > 0).length}</td>
    <td><${Badge} look=${worstOf(steps.flat()) ?? "empty"} /></td>
  </tr>`;
}
