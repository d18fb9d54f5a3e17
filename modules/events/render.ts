import type { MessageTemplate } from "./message";

/** A JSON text as a whole, or a variable outside of one. */
const PIECE = /"(?:\\.|[^"\\])*"|<(?<variable>\w+)>/g;

/**
 * The message that EventBridge publishes for an event: a variable in the place of a value becomes JSON, one within a text
 * is put in as it is, and one that the event does not hold is an empty text.
 *
 * Source: EventBridge User Guide, "Amazon EventBridge input transformation".
 */
export function renderMessage({ paths, text }: MessageTemplate, event: unknown): string {
  const found = (variable: string): unknown => at(event, paths[variable] ?? "") ?? "";
  return text.replace(PIECE, (piece, variable?: string) =>
    variable === undefined
      ? piece.replace(/<(\w+)>/g, (_, inner: string) => asText(found(inner)))
      : JSON.stringify(found(variable)),
  );
}

const at = (event: unknown, path: string): unknown =>
  path
    .replace(/^\$\./, "")
    .split(".")
    .reduce<unknown>((node, key) => (node as Readonly<Record<string, unknown>> | undefined)?.[key], event);

const asText = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));
