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
  /** URL of the folder of the runbooks, without a slash at its end. */
  readonly runbooks?: string;
}

/**
 * The message of an alert: JSON that a person reads, a machine takes apart, and Slack and Teams show.
 *
 * Sources: Amazon Q Developer in chat applications Administrator Guide, "Custom notifications", whose format the chat
 * channels of a topic ask for; EventBridge User Guide, "Amazon EventBridge input transformation".
 */
export function messageTemplate(alert: EventAlert, place: MessagePlace): MessageTemplate {
  const json = writer(place);
  const content = object([
    ["textType", json("client-markdown")],
    ["title", json(`${alert.title}: ${place.account ? NAMED : "account <account>"}, <region>`)],
    ["description", json(alert.meaning)],
    ["nextSteps", `[${stepsOf(alert, place).map(json).join(",")}]`],
  ]);
  const facts = [
    ["account", place.account ? NAMED : "<account>"],
    ["region", "<region>"],
    ["time", "<time>"],
    ...alert.facts,
  ] as const;
  const text = object([
    ["version", json("1.0")],
    ["source", json("custom")],
    ["content", content],
    ["metadata", object([["additionalContext", object(facts.map(([label, fact]) => [label, json(fact)]))]])],
  ]);
  const used = (Object.keys(VARIABLES) as Variable[]).filter((variable) => text.includes(`<${variable}>`));
  return { paths: Object.fromEntries(used.map((variable) => [variable, VARIABLES[variable]])), text };
}

/** An account whose name is known. */
const NAMED = "<name> (<account>)";

/** What to do, and where the console shows what it is about. */
const stepsOf = ({ now, page, pattern, runbook }: EventAlert, place: MessagePlace): string[] => [
  now,
  ...(place.runbooks ? [`The runbook: <runbooks>/${runbook}.md`] : []),
  ...(page ? [`The key: ${keyPage(place, `<${page}>`)}`] : []),
  ...([pattern["detail-type"]].flat().includes(API_CALL) ? [`The event: ${eventPage(place, "<eventId>")}`] : []),
];

/**
 * Writes texts as JSON, in which what is known of the place stands at once. A variable alone becomes a value, which
 * EventBridge writes as JSON whatever a caller has put into it.
 */
function writer({ partition, region, account, runbooks }: MessagePlace): (text: string) => string {
  const known: Readonly<Record<string, string | undefined>> = {
    partition,
    region,
    account: account?.id,
    name: account?.name,
    runbooks,
  };
  return (text) =>
    JSON.stringify(text)
      .replace(/<(\w+)>/g, (variable, name: string) => inText(known[name]) ?? variable)
      .replace(/^"(<\w+>)"$/, "$1");
}

/** A text within one of JSON. `<` and `>` would mean a variable there, and only JSON itself can quote them. */
const inText = (text: string | undefined): string | undefined =>
  text === undefined
    ? undefined
    : JSON.stringify(text)
        .slice(1, -1)
        .replace(/[<>]/g, (sign) => (sign === "<" ? "\\u003c" : "\\u003e"));

const object = (entries: readonly (readonly [name: string, json: string])[]): string =>
  `{${entries.map(([name, json]) => `${JSON.stringify(name)}:${json}`).join(",")}}`;
