import { html } from "htm/preact";
import { countOf } from "../../audit/findings";
import type { Audit, TargetAudit } from "../../audit/result";
import { Badge } from "./badge";
import { Legend } from "./legend";
import { LOOKS, type Look, lookOf } from "./looks";
import { findable, linkTo } from "./text";

interface AccountRow {
  readonly account: TargetAudit["account"];
  readonly targets: readonly TargetAudit[];
}

const SEVERITY = Object.keys(LOOKS) as Look[];

/** The accounts with their targets, those with the worst first, otherwise in the order of the config. */
function accountRows({ targets }: Audit): AccountRow[] {
  const rows = new Map<string, { account: TargetAudit["account"]; targets: TargetAudit[] }>();
  for (const target of targets) {
    const row = rows.get(target.account.id) ?? { account: target.account, targets: [] };
    rows.set(target.account.id, row);
    row.targets.push(target);
  }
  const rank = (row: AccountRow) => Math.min(...row.targets.map((target) => SEVERITY.indexOf(lookOf(target))));
  return [...rows.values()].sort((one, other) => rank(one) - rank(other));
}

/** The fleet as a matrix: a row for each account, a column for each region, the worst verdict in each cell. */
export function Fleet({ audit }: { readonly audit: Audit }) {
  const regions = [...new Set(audit.targets.map(({ region }) => region))].sort();
  return html`<section aria-labelledby="fleet">
    <h2 id="fleet">The fleet</h2>
    <p>A cell shows the worst verdict of its account and region, with how many of the steps have it. It leads to the evidence.</p>
    <${Legend} />
    <div class="wide tall" role="group" aria-label="Accounts and regions" tabindex="0">
      <table class="matrix">
        <thead><tr><th scope="col">Account</th>${regions.map((region) => html`<th scope="col">${region}</th>`)}</tr></thead>
        <tbody>${accountRows(audit).map((row) => html`<${Row} ...${row} regions=${regions} />`)}</tbody>
      </table>
    </div>
  </section>`;
}

const Row = ({ account, targets, regions }: AccountRow & { readonly regions: readonly string[] }) =>
  html`<tr
    data-find=${targets.map(findable).join(" ")}
    data-finding=${targets.some((target) => lookOf(target) !== "pass") || undefined}
  >
    <th scope="row">${account.name} <span class="mono">${account.id}</span></th>
    ${regions.map((region) => html`<${Cell} targets=${targets.filter((target) => target.region === region)} />`)}
  </tr>`;

/** The stack of an organization may share its account and region with a target; then each says which it is. */
const Cell = ({ targets }: { readonly targets: readonly TargetAudit[] }) =>
  html`<td>${
    targets.length === 0
      ? html`<${Badge} look="absent" />`
      : targets.map((target) => html`<${Link} target=${target} isNamed=${targets.length > 1} />`)
  }</td>`;

function Link({ target, isNamed }: { readonly target: TargetAudit; readonly isNamed: boolean }) {
  const look = lookOf(target);
  return html`<a href=${linkTo(target)}><${Badge} look=${look} />${share(target, look)}${isNamed && html` <span class="mono">${target.stackId}</span>`}</a>`;
}

/** How many of the steps have the cell's verdict. */
const share = ({ steps }: TargetAudit, look: Look) =>
  look === "silent" || look === "empty"
    ? ""
    : html` <span class="share">${countOf(steps, look as "pass")} of ${steps.length}</span>`;
