import { html } from "htm/preact";
import { Badge } from "./badge";
import { LOOKS, type Look } from "./looks";

/** What each cell may say, in words. */
export const Legend = () =>
  html`<dl class="legend" aria-label="Legend">
    ${(Object.keys(LOOKS) as Look[]).map(
      (look) => html`<div><dt><${Badge} look=${look} /></dt><dd>${LOOKS[look].meaning}</dd></div>`,
    )}
  </dl>`;
