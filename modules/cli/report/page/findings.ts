import { html } from "htm/preact";
import { groupsOf, type Placed, VERDICTS } from "../../audit/findings";
import { counted } from "../../summary";
import { changeOf } from "../changes";
import { allPlaced, NOT_ASKED } from "../placed";
import type { Report } from "../report";
import { Badge } from "./badge";
import { Place } from "./place";
import { Prose } from "./prose";
import { findable } from "./text";
import { Time } from "./time";

/** Up to how many places a finding shows without being asked. */
const SHOWN = 12;

/** Everything that is no pass, the worst first; each kind once, with its remedy and all its places. */
export function Findings({ audit, changes }: Report) {
  const placed = allPlaced(audit);
  const groups = VERDICTS.filter((verdict) => verdict !== "pass").flatMap((verdict) =>
    groupsOf(placed.filter(({ step }) => step.verdict === verdict)),
  );
  const change = changes && changeOf(changes);
  const isNew = (one: Placed) => change?.(one) === "new";
  return html`<section aria-labelledby="findings">
    <h2 id="findings">Findings</h2>
    ${
      groups.length === 0
        ? html`<p>None. Every step that was asked passed.</p>`
        : groups.map((group) => html`<${Finding} group=${group} isNew=${isNew} />`)
    }
  </section>`;
}

interface FindingProps {
  readonly group: readonly Placed[];
  readonly isNew: (placed: Placed) => boolean;
}

function Finding({ group, isNew }: FindingProps) {
  const [first] = group;
  if (!first) return null;
  const { id, verdict, title, expected, remedy } = first.step;
  return html`<article class="finding">
    <h3><${Badge} look=${id === NOT_ASKED ? "silent" : verdict} /> <span>${title}</span> <code>${id}</code></h3>
    <dl class="told">
      ${expected && html`<dt>Expected</dt><dd><${Prose} text=${expected} /></dd>`}
      ${remedy && html`<dt>To mend it</dt><dd><${Prose} text=${remedy} /></dd>`}
    </dl>
    <details open=${group.length <= SHOWN}>
      <summary>${counted(group.length, "place")}</summary>
      <div class="wide" role="group" aria-label=${`Places of ${id}`} tabindex="0">
        <table class="places">
          <thead><tr><th scope="col">Where</th><th scope="col">What was seen</th><th scope="col">Of what</th><th scope="col">When</th></tr></thead>
          <tbody>${group.map((placed) => html`<${PlaceRow} placed=${placed} fresh=${isNew(placed)} />`)}</tbody>
        </table>
      </div>
    </details>
  </article>`;
}

const PlaceRow = ({ placed: { step, target }, fresh }: { readonly placed: Placed; readonly fresh: boolean }) =>
  html`<tr data-find=${target ? findable(target) : "fleet"} data-finding>
    <th scope="row"><${Place} target=${target}>${fresh && html` <span class="new">New</span>`}<//></th>
    <td>${step.evidence}</td>
    <td class="mono">${[step.control, step.resource].filter(Boolean).join(" ") || "–"}</td>
    <td class="when"><${Time} at=${step.at} /></td>
  </tr>`;
