import { html } from "htm/preact";

/** A text in which \`names\` stand between backticks. */
export const Prose = ({ text }: { readonly text: string }) =>
  html`${text.split("`").map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : part))}`;
