import { html } from "htm/preact";
import { timeText } from "./text";

/** A time that people and machines can read. */
export const Time = ({ at }: { readonly at: string }) => html`<time datetime=${at}>${timeText(at)}</time>`;
