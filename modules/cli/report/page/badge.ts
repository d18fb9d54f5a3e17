import { html } from "htm/preact";
import { LOOKS, type Look } from "./looks";

/** A verdict as symbol and word. */
export const Badge = ({ look }: { readonly look: Look }) =>
  html`<span class=${`badge ${look}`}><span class="symbol" aria-hidden="true">${LOOKS[look].symbol}</span>${LOOKS[look].word}</span>`;
