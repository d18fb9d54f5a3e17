import { html } from "htm/preact";

/** The parts of the page by their ids. */
const PARTS = {
  findings: "Findings",
  changes: "Changes",
  fleet: "Fleet",
  controls: "Controls",
  evidence: "Evidence",
  method: "Method",
};

/** Where to go on the page, and what to leave out; the form is there for those with script alone. */
export const Narrow = () =>
  html`<div class="bar">
    <nav aria-label="On this page">
      ${Object.entries(PARTS).map(([id, name]) => html`<a href=${`#${id}`}>${name}</a>`)}
    </nav>
    <form id="narrow" role="search" hidden>
      <label>Account or region <input type="search" name="words" autocomplete="off" /></label>
      <label><input type="checkbox" name="findings" /> With findings only</label>
      <output id="narrowed" aria-live="polite"></output>
    </form>
  </div>`;
