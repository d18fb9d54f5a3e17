import { type Explanation, explainMatch, isTerm, parsePattern, printTerm } from "../../controls/filter-pattern";
import type { TargetControl } from "../../fleet";
import { onOneLine } from "../printable";
import type { EventData } from "./event-data";
import type { CallRecord, ReadEvent } from "./records";
import type { Watchers } from "./watchers";

/** An event on one line: when, where, what, and the controls it sets off. */
export const eventLine = ({ time, account, region, event, controls, messages }: EventData): string =>
  onOneLine(
    [time, account, region, event, controls.join(" ") || "-", ...(messages.length > 0 ? ["fast-path"] : [])].join("  "),
  );

/** Everything about one event: which parts of which pattern matched, where it leads, and what would be sent. */
export function eventReport(read: ReadEvent, data: EventData, watchers: Watchers): string {
  const { record } = read;
  const controls = record
    ? watchers
        .hearing(record)
        .flatMap(({ stackId, trail, controls }) =>
          controls.map((control) => ({ stackId, logGroup: trail?.logGroup ?? "", control })),
        )
    : [];
  const lines = [
    eventLine(data),
    ...(record ? [onOneLine(`by ${callerOf(record)}`)] : []),
    ...(controls.length === 0 && data.messages.length === 0 ? ["", "Nothing in the fleet hears of it."] : []),
    ...controls.flatMap(({ stackId, logGroup, control }) => {
      const alarm = data.alarms.find((one) => one.stack === stackId && one.control === control.id);
      return [
        "",
        `${stackId}  ${control.id}  ${alarm ? "fires" : quietText(control, watchers)}`,
        ...patternLines(control.filter.pattern, record),
        ...(alarm
          ? [
              `  path: ${logGroup} -> ${control.filter.name} -> ${alarm.alarm} -> ${alarm.topic}`,
              `  told: ${alarm.subscriptions.join(", ") || "nobody that the config names"}`,
              `  message: ${control.alarm.description}`,
            ]
          : []),
      ];
    }),
    ...data.messages.flatMap(({ stack, rule, topic, subscriptions, message }) => [
      "",
      `${stack}  ${rule}  tells at once`,
      `  path: EventBridge -> ${rule} -> ${topic}`,
      `  told: ${subscriptions.join(", ") || "nobody that the config names"}`,
      ...JSON.stringify(message, null, 2)
        .split("\n")
        .map((line) => `  ${line}`),
    ]),
  ];
  return lines.join("\n");
}

const quietText = (control: TargetControl, { evaluates }: Watchers): string =>
  evaluates(control) ? "stays quiet" : "was not evaluated";

function callerOf({ userIdentity, sourceIPAddress }: CallRecord): string {
  const { arn, type, invokedBy } = (userIdentity ?? {}) as Readonly<Record<string, string>>;
  return `${arn ?? invokedBy ?? type ?? "nobody that is named"} from ${sourceIPAddress ?? "nowhere that is named"}`;
}

/** Every term of a pattern, with whether it held and what was found. */
function patternLines(pattern: string, record: CallRecord | undefined): string[] {
  const parsed = parsePattern(pattern);
  return parsed.ok ? termsOf(explainMatch(parsed.ast, record)).map(termLine) : [];
}

const termsOf = (explanation: Explanation): Explanation[] =>
  explanation.parts.length > 0 ? explanation.parts.flatMap(termsOf) : [explanation];

function termLine({ pattern, matched, found }: Explanation): string {
  const seen = found.length > 0 ? found.map((value) => JSON.stringify(value)).join(", ") : "not there";
  return `  ${matched ? "yes" : "no "}  ${isTerm(pattern) ? printTerm(pattern) : ""}  (${seen})`;
}
