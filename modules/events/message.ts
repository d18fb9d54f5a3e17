import { eventPage, keyPage, type Locality } from "../aws";
import { type EventAlert, VARIABLES, type Variable } from "./alert";
import { API_CALL } from "./event";

/** What EventBridge makes of an event before it publishes it: an input transformer. */
export interface MessageTemplate {
  /** JSON paths of the event, by variable. */
  readonly paths: Readonly<Record<string, string>>;
  /** JSON without blanks, in which `<variable>` stands for what the event says. */
  readonly text: string;
}

/** Whose events a message is about. */
export interface MessagePlace extends Omit<Locality, "account"> {
  /** Without it the event's own, as on the bus of a hub: a transformer cannot look up its name. */
  readonly account?: { readonly id: string; readonly name: string };
}

/** What the texts of an alert know of the place: the values of variables that need no event. */
const knownOf = ({ partition, region, account }: MessagePlace): Readonly<Record<string, string | undefined>> => ({
  partition,
  region,
  account: account?.id,
  name: account?.name,
});

/** A text as JSON that holds no `<` and `>`: they would mean a variable, and only JSON itself can quote them. */
const quoted = (text: string): string =>
  JSON.stringify(text).replace(/[<>]/g, (sign) => (sign === "<" ? "\\u003c" : "\\u003e"));

const object = (entries: readonly (readonly [name: string, json: string])[]): string =>
  `{${entries.map(([name, json]) => `${JSON.stringify(name)}:${json}`).join(",")}}`;

/**
 * The message of an alert: JSON that a person reads, a machine takes apart, and Slack and Teams show.
 *
 * Sources: Amazon Q Developer in chat applications Administrator Guide, "Custom notifications", whose format the chat
 * channels of a topic ask for; EventBridge User Guide, "Amazon EventBridge input transformation".
 */
export function messageTemplate(alert: EventAlert, place: MessagePlace): MessageTemplate {
  const known = knownOf(place);
  /** A variable alone becomes a value, which EventBridge writes as JSON whatever a caller has put into it. */
  const json = (text: string): string =>
    JSON.stringify(text)
      .replace(/<(\w+)>/g, (variable, name: string) => {
        const value = known[name];
        return value === undefined ? variable : quoted(value).slice(1, -1);
      })
      .replace(/^"(<\w+>)"$/, "$1");
  const [account, where] = place.account
    ? ["<name> (<account>)", "<name> (<account>)"]
    : ["<account>", "account <account>"];
  const isCall = JSON.stringify(alert.pattern["detail-type"]) === JSON.stringify([API_CALL]);
  const steps = [
    alert.now,
    ...(alert.page ? [`The key: ${keyPage(place, `<${alert.page}>`)}`] : []),
    ...(isCall ? [`The event: ${eventPage(place, "<eventId>")}`] : []),
  ];
  const facts = [["account", account], ["region", "<region>"], ["time", "<time>"], ...alert.facts] as const;
  const text = object([
    ["version", json("1.0")],
    ["source", json("custom")],
    [
      "content",
      object([
        ["textType", json("client-markdown")],
        ["title", json(`${alert.title}: ${where}, <region>`)],
        ["description", json(alert.meaning)],
        ["nextSteps", `[${steps.map(json).join(",")}]`],
      ]),
    ],
    ["metadata", object([["additionalContext", object(facts.map(([label, fact]) => [label, json(fact)]))]])],
  ]);
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
