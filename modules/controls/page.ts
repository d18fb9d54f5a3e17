import { PRICED_REGIONS, PRICES, PRICES_OF } from "../aws";
import { code, linkTo, table } from "../markdown";
import { benchmarkText, byText } from "./benchmark";
import { CATALOGUE } from "./catalogue";
import type { Control } from "./control";

const INTRODUCTION = `# Controls

<!-- Written by \`npm run docs\` from modules/controls, modules/liveness and modules/queries. -->

What Keywatch can watch: controls, ${linkTo("The alert path itself", "the alert path itself")}, and
${linkTo("Dashboard and saved queries", "what people look at")}. A control is a metric filter on the trail's log group and an alarm on the metric that it feeds.
Switch it on or off by its id, for the fleet, an account or a region:

\`\`\`yaml
controls:
  cis-4.7: true
  cis-4.13: { pattern: checkers }
  key-policy-changed: { severity: critical }
\`\`\`

\`controls\` replaces what stands further away, so name every control that differs from the default there.

**Cost**: an alarm ${dollars(PRICES.alarm.usd)} a month, and its metric up to ${dollars(PRICES.metric.usd)}; CloudWatch charges a
metric only for the hours in which an event was counted. All prices are list prices of ${PRICED_REGIONS[0]}, looked up in
${PRICES_OF}, for each account and region of the fleet; other regions differ a little.

**Pattern**: tools that check an account ask for other patterns than the benchmark here and there. Keywatch takes the
benchmark's, which an auditor can compare by letter and to which some tools allow nothing to be added.
\`pattern: checkers\` takes what the others ask for; \`filter.pattern\` takes your own.

**Placeholders**: the patterns below may hold \`{account}\`, \`{region}\`, \`{role}\`, \`{topic}\` and \`{logGroup}\`: the id and
region of the target, the ARNs of its deploy role and of its common topic, and the name of the trail's log group. Where
there is no deploy role, \`{role}\` is nobody, and every caller counts as another. In a pattern of your own write names out; \`*\` in
a text stands for any characters: \`$.userIdentity.sessionContext.sessionIssuer.arn != "arn:aws:iam::*:role/deploy"\`.`;

/**
 * The page of all controls: a table, then each with its patterns, names and sources.
 *
 * @param beside sections on what is watched and shown beside controls, which the introduction links to
 */
export const controlsPage = (beside: readonly string[]): string =>
  `${[INTRODUCTION, overview(CATALOGUE), ...beside, ...CATALOGUE.map(section)].join("\n\n")}\n`;

const COLUMNS: readonly (readonly [string, (control: Control) => string])[] = [
  ["Control", ({ id, onByDefault }) => `${linkTo(id, id)}${onByDefault ? " (on by default)" : ""}`],
  ["What happened", ({ title }) => title],
  ["Events", ({ filter }) => eventsIn(filter.pattern).map(code).join(", ") || "any"],
  ["Severity", ({ severity }) => severity],
  ["CIS AWS Foundations", ({ benchmarks }) => benchmarkText(benchmarks)],
  ["Security Hub", ({ securityHub = "" }) => securityHub],
  ["USD a month", () => `${PRICES.alarm.usd.toFixed(2)} to ${(PRICES.alarm.usd + PRICES.metric.usd).toFixed(2)}`],
];

const overview = (controls: readonly Control[]): string =>
  table(
    COLUMNS.map(([head]) => head),
    controls.map((control) => COLUMNS.map(([, text]) => text(control))),
  );

/** The names that a pattern asks `$.eventName` to be, in its order. */
const eventsIn = (pattern: string): string[] =>
  [...pattern.matchAll(/\$\.eventName\s*=\s*"?(\w+)/g)].map(([, name = ""]) => name);

function section(control: Control): string {
  const { id, meaning, filter, alarm, checkers, spellings = {}, sources } = control;
  return [
    `## ${id}`,
    `${meaning} [Runbook](runbooks/${id}.md).`,
    `Filter and metric ${code(filter.name)} in namespace ${code(filter.metric.namespace)}, alarm ${code(alarm.name)}.`,
    block(filter.pattern),
    ...(checkers ? [`With ${code("pattern: checkers")}. ${checkers.wantedBy}`, block(checkers.pattern)] : []),
    ...byText(spellings).flatMap(([pattern, versions]) => [
      `The benchmark's own pattern in ${versions}:`,
      block(pattern),
    ]),
    `Sources: ${sources.map((source) => (source.startsWith("https:") ? `<${source}>` : source)).join(", ")}.`,
  ].join("\n\n");
}

const block = (text: string): string => `\`\`\`\n${text}\n\`\`\``;

function dollars(amount: number): string {
  return `${amount.toFixed(2)} USD`;
}
