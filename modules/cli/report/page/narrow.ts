import { html } from "htm/preact";

/** Where to go on the page, and what to leave out; the form is there for those with script alone. */
export const Narrow = () =>
  html`<div class="bar">
    <nav aria-label="On this page">
      ${["findings", "changes", "fleet", "controls", "evidence", "method"].map(
        (id) => html`<a href=${`#${id}`}>${NAMES[id]}</a>`,
      )}
    </nav>
    <form id="narrow" role="search" hidden>
      <label>Account or region <input type="search" name="words" autocomplete="off" /></label>
      <label><input type="checkbox" name="findings" /> With findings only</label>
      <output id="narrowed" aria-live="polite"></output>
    </form>
  </div>`;

const NAMES: Readonly<Record<string, string>> = {
  findings: "Findings",
  changes: "Changes",
  fleet: "Fleet",
  controls: "Controls",
  evidence: "Evidence",
  method: "Method",
};
