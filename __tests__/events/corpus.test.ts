import { readdirSync } from "node:fs";
import { CATALOGUE, CONTROL_IDS, type PatternChoice } from "../../modules/controls";
import { compilePattern, type Pattern } from "../../modules/controls/filter-pattern";
import { EVENT_ALERTS, eventOf, matchesEvent, renderMessage } from "../../modules/events";
import { naiveMatches } from "../controls/filter-pattern/naive";
import { parsed } from "../controls/filter-pattern/parsed";
import type { Raw } from "../support/fleet";
import { targetOf } from "../support/targets";
import { CORPUS, RECORDS } from "./corpus";

/** A target that watches everything, as the records have it: the account, the deploy role, the trail's log group. */
const watching = (pattern: PatternChoice) =>
  targetOf({
    "accounts[0].role": "arn:aws:iam::{account}:role/keywatch-deploy",
    "accounts[0].fastPath": true,
    "accounts[0].controls": Object.fromEntries(CONTROL_IDS.map((id) => [id, { pattern }])),
  });

const benchmark = watching("benchmark");
const patternsOf = (choice: PatternChoice): [string, Pattern][] =>
  watching(choice).controls.map(({ id, filter }) => [id, parsed(filter.pattern)]);
const setOff = (
  patterns: readonly [string, Pattern][],
  record: Raw,
  matches: (pattern: Pattern, event: Raw) => boolean,
) => patterns.filter(([, pattern]) => matches(pattern, record)).map(([id]) => id);

const compiled = (pattern: Pattern, event: Raw) => compilePattern(pattern)(event);

test("every record has an expectation", () => {
  expect(readdirSync(RECORDS).sort()).toEqual(CORPUS.map(({ name }) => `${name}.json`).sort());
  expect(CORPUS.length).toBeGreaterThanOrEqual(60);
});

describe.each(CORPUS)("$name", ({ record, controls, checkers, alert }) => {
  test.each([
    ["benchmark", controls],
    ["checkers", checkers],
  ] as const)("sets off these controls with patterns of the %s", (choice, expected) => {
    const patterns = patternsOf(choice);
    expect(setOff(patterns, record, compiled)).toEqual(expected);
    expect(setOff(patterns, record, naiveMatches)).toEqual(expected);
  });

  test("is told by the fast path as it must", () => {
    const event = eventOf(record);
    const ids = EVENT_ALERTS.filter(({ pattern }) => matchesEvent(pattern, event)).map(({ id }) => id);
    expect(ids).toEqual(alert ? [alert] : []);
    const rules = (benchmark.fastPath?.rules ?? []).filter(({ pattern }) => matchesEvent(JSON.parse(pattern), event));
    expect(rules.map(({ message }) => typeof JSON.parse(renderMessage(message, event)))).toEqual(
      alert ? ["object"] : [],
    );
  });
});

test("every control is set off by an event, and by another one it is not, though that is of the same service", () => {
  for (const { id } of CATALOGUE) {
    const [on, off] = [
      CORPUS.filter(({ controls, checkers }) => [...controls, ...checkers].includes(id)),
      CORPUS.filter(({ controls }) => !controls.includes(id)),
    ];
    expect([id, on.length > 0]).toEqual([id, true]);
    const services = new Set(on.map(({ record }) => record.eventSource));
    expect([id, off.some(({ record }) => services.has(record.eventSource))]).toEqual([id, true]);
  }
});

test("the fast path tells of all that CIS 4.7 counts", () => {
  const counted = CORPUS.filter(({ controls }) => controls.includes("cis-4.7"));
  expect(counted.filter(({ alert }) => alert === undefined)).toEqual([]);
});
