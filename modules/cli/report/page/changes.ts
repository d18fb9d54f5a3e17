import { html } from "htm/preact";
import type { Placed } from "../../audit/findings";
import type { TargetAudit } from "../../audit/result";
import { counted } from "../../summary";
import type { Changes } from "../changes";
import { Badge } from "./badge";
import { Place } from "./place";
import { Time } from "./time";

interface Part {
  readonly title: string;
  readonly items: readonly unknown[];
  readonly meaning?: string;
}

/** What changed since the report before; without one, how to get it. */
export const ChangesSection = ({ changes }: { readonly changes?: Changes }) =>
  html`<section aria-labelledby="changes">
    <h2 id="changes">What changed</h2>
    ${
      changes
        ? html`<p>Since the audit of <${Time} at=${changes.since} />. Still open: ${counted(changes.open.length, "finding")}.</p>
            <div class="columns">${partsOf(changes).map((part) => html`<${PartList} ...${part} />`)}</div>`
        : html`<p>There was no earlier audit to compare with: <code>--previous</code> names one.</p>`
    }
  </section>`;

const partsOf = ({ appeared, mended, unseen, joined, left }: Changes): readonly Part[] => [
  { title: "New findings", items: appeared.map(stepItem) },
  { title: "Mended", items: mended.map(stepItem) },
  {
    title: "No longer looked at",
    meaning:
      "Findings of then whose target has left or gave no answer, or which hang on something that is gone. Not mended.",
    items: unseen.map(({ step, target }) => html`${target ? targetText(target) : "The fleet"}: ${step.title}`),
  },
  { title: "Targets added", items: joined.map((target) => html`<${Place} target=${target} />`) },
  { title: "Targets gone", items: left.map(targetText) },
];

const PartList = ({ title, items, meaning }: Part) =>
  html`<div>
    <h3>${title} <span class="count">${items.length}</span></h3>
    ${meaning && items.length > 0 && html`<p class="note">${meaning}</p>`}
    ${items.length > 0 ? html`<ul>${items.map((item) => html`<li>${item}</li>`)}</ul>` : html`<p class="note">None.</p>`}
  </div>`;

const stepItem = ({ step, target }: Placed) =>
  html`<${Badge} look=${step.verdict} /> <${Place} target=${target} />: ${step.title}`;

/** A target that is no longer on the page. */
const targetText = ({ account, region }: TargetAudit) =>
  html`${account.name} <span class="mono">${account.id} ${region}</span>`;
