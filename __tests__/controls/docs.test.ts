import { existsSync, readdirSync, readFileSync } from "node:fs";
import { CATALOGUE, type Control } from "../../modules/controls";
import { controlsPage } from "../../modules/controls/page";
import { LIVENESS_CHECKS } from "../../modules/liveness";
import { livenessSection } from "../../modules/liveness/section";
import { viewsSection } from "../../modules/queries/section";

const controls: readonly Control[] = CATALOGUE;
const withRunbook = ({ id, title }: { readonly id: string; readonly title: string }) => ({
  id,
  title,
  runbook: `docs/runbooks/${id}.md`,
});
const rows = controls.map(withRunbook);
const checks = LIVENESS_CHECKS.map(withRunbook);
const page = () => readFileSync("docs/controls.md", "utf8");
const found = (pattern: RegExp, text: string): string[] => [...text.matchAll(pattern)].map(([, match = ""]) => match);

test("docs/controls.md is current: npm run docs writes it", () => {
  expect(controlsPage([livenessSection(), viewsSection()])).toBe(page());
});

test("the links of docs/controls.md lead somewhere", () => {
  const links = found(/\]\(([^)]+)\)/g, page());
  const anchors = found(/^#+ (.+)$/gm, page()).map(
    (heading) => `#${heading.toLowerCase().replaceAll(".", "").replaceAll(" ", "-")}`,
  );

  expect(links.filter((link) => !anchors.includes(link) && !existsSync(`docs/${link}`))).toEqual([]);
});

test("every alarm has a runbook, and every runbook an alarm", () => {
  expect(readdirSync("docs/runbooks").sort()).toEqual([...rows, ...checks].map(({ id }) => `${id}.md`).sort());
});

test.each([...rows, ...checks])("the runbook of $id has its parts in order", ({ id, title, runbook }) => {
  const prose = readFileSync(runbook, "utf8").replace(/```.*?```/gs, "");

  expect(found(/^#+ (.+)$/gm, prose)).toEqual([
    `${id}: ${title}`,
    "What happened",
    "Is it bad?",
    "Find it",
    "What to do now",
    "Afterwards",
  ]);
});

test.each(rows)("the runbook of $id has a query of Logs Insights and commands", ({ runbook }) => {
  const [, findIt = "", doNow = ""] = readFileSync(runbook, "utf8").split(/^## (?:Find it|What to do now)$/m);

  expect(findIt).toMatch(/```\nfields @timestamp, .+\n\| filter .+\n\| sort @timestamp desc\n\| limit 50\n```/);
  expect(findIt).toMatch(/```sh\naws (cloudtrail lookup-events|logs filter-log-events) /);
  expect(doNow).toMatch(/```sh\n(.*\n)*aws /);
});

test.each(rows)("the runbook of $id tells every event that the control counts", ({ id, runbook }) => {
  const { filter } = controls.find((control) => control.id === id) as Control;
  const text = readFileSync(runbook, "utf8");
  const events = found(/\$\.eventName\s*=\s*"?(\w+)/g, filter.pattern);

  // The organization's events are all but those that read.
  if (id !== "cis-4.15") expect(events.filter((event) => !text.includes(`"${event}"`))).toEqual([]);
});

test.each(checks)("the runbook of $id has commands to find it and to mend it", ({ runbook }) => {
  const [, findIt = "", doNow = ""] = readFileSync(runbook, "utf8").split(/^## (?:Find it|What to do now)$/m);

  expect(findIt).toMatch(/```sh\naws /);
  expect(doNow).toMatch(/```sh\n(aws|npx keywatch) /);
});

test("docs/controls.md names every check with its runbook and its price", () => {
  const priced = found(/^\| \[([\w-]+)\]\(runbooks\/[\w-]+\.md\) \|.*\| \d\.\d\d(?: a topic)? \|$/gm, page());

  expect(priced).toEqual(checks.map(({ id }) => id));
});
