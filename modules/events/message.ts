import { eventPage, keyPage, type Locality } from "../aws";
import { type EventAlert, VARIABLES, type Variable } from "./alert";
import { API_CALL } from "./event";

/** What EventBridge makes of an event before it publishes it: an input transformer. */
export interface MessageTemplate {
  /** JSON paths of the event, by variable. */
  readonly paths: Readonly<Record<string, string>>;
  /** JSON in which `<variable>` stands for a value. */
  readonly text: string;
}

/** Whose events a message is about. */
export interface MessagePlace extends Omit<Locality, "account"> {
  /** `payments-prod (111111111111)`; without it the event's own account, as on the bus of a hub. */
  readonly account?: string;
}

/** A variable in the place of a value: EventBridge writes it as JSON, whatever a caller has put into it. */
const value = (variable: Variable): string => `<${variable}>`;

/** A text that is known now. `<` and `>` would mean a variable and cannot be quoted but by JSON itself. */
const known = (text: string): string =>
  JSON.stringify(text).replace(/[<>]/g, (sign) => (sign === "<" ? "\\u003c" : "\\u003e"));

/** A text around variables whose values no caller chooses: they are put into it as they are. */
const around = (text: string, { region }: MessagePlace): string => JSON.stringify(text.replaceAll("<region>", region));

/** The message of an alert: JSON with one fact a line, so that a person reads it and a machine takes it apart. */
export function messageTemplate(alert: EventAlert, place: MessagePlace): MessageTemplate {
  const isCall = JSON.stringify(alert.pattern["detail-type"]) === JSON.stringify([API_CALL]);
  const lines: (readonly [string, string])[] = [
    ["alert", known(alert.headline)],
    ["account", place.account === undefined ? value("account") : known(place.account)],
    ["region", known(place.region)],
    ["time", value("time")],
    ...alert.lines.map(([label, variable]) => [label, value(variable)] as const),
    ["what to do now", around(alert.now, place)],
    ...(alert.page ? [["key in the console", around(keyPage(place, value(alert.page)), place)] as const] : []),
    ...(isCall ? [["event in the console", around(eventPage(place, value("eventId")), place)] as const] : []),
  ];
  const text = `{\n${lines.map(([label, json]) => `  ${JSON.stringify(label)}: ${json}`).join(",\n")}\n}`;
  const used = (Object.keys(VARIABLES) as Variable[]).filter((variable) => text.includes(`<${variable}>`));
  return { paths: Object.fromEntries(used.map((variable) => [variable, VARIABLES[variable]])), text };
}

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
