import { changesSince, writtenReport } from "../../../modules/cli/report";
import { audit as partial } from "../audit/result";
import { exampleAudits } from "./example";
import { hostileAudit, PAYLOADS } from "./hostile";

const { audit, previous } = exampleAudits();
const page = writtenReport({ audit, changes: changesSince(previous, audit) }, "html");

/** The text of a part of the page, from its heading to the next. */
function part(id: string, html = page): string {
  const [, rest = ""] = html.split(`<h2 id="${id}">`);
  return textOf(rest.split("</section>")[0] ?? "");
}

const textOf = (html: string): string =>
  html
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ")
    .replaceAll("&lt;", "<")
    .replaceAll("&amp;", "&");

test("is one document that loads nothing", () => {
  expect(page).toMatch(/^<!doctype html>\n<html lang="en">/);
  expect(page).not.toMatch(/(\ssrc=|srcset=|@import|url\()/);
  expect(page.match(/href="[^"]*"/g)?.filter((href) => !href.startsWith('href="#'))).toEqual([]);
  expect(page).toMatch(
    /content="default-src 'none'; style-src 'sha256-[^']+'; script-src 'sha256-[^']+'; base-uri 'none'; form-action 'none'"/,
  );
});

test("says in its heading what was found, and that it is partial", () => {
  expect(textOf(page.split("<h1>")[1]?.split("</h1>")[0] ?? "")).toBe("3 failures in 2 of 6 targets");
  expect(textOf(page)).toContain("This result is partial. 1 target gave no answer.");
});

test.each([
  [
    "nothing is wrong",
    { ...audit, complete: true, targets: audit.targets.slice(3, 4), fleet: [] },
    "The alert path holds in 1 target",
  ],
  [
    "nothing failed, and something is unknown",
    { ...audit, targets: audit.targets.slice(5), fleet: [] },
    "No failure found, but not everything could be asked",
  ],
  ["only the fleet's states failed", { ...audit, targets: [] }, "1 failure"],
])("where %s, the heading says so", (_, given, heading) => {
  const html = writtenReport(
    {
      audit: {
        ...given,
        targets: given.targets.filter((target) => !target.steps.some(({ verdict }) => verdict === "fail")),
      },
    },
    "html",
  );
  expect(html).toContain(`<h1>${heading}</h1>`);
});

test("tells findings first, the worst first, each kind once with remedy and places", () => {
  const titles = [...page.matchAll(/<article class="finding">.*?<code>(.*?)<\/code>/gs)].map(([, id]) => id);
  expect(titles).toEqual([
    "alarm-actions-enabled",
    "trail-kms-events",
    "state-without-target",
    "log-group-key",
    "target-answers",
    "trail-log-file-validation",
  ]);
  expect(part("findings")).toContain(
    "To mend it aws cloudwatch enable-alarm-actions; find in CloudTrail who muted it: DisableAlarmActions. 1 place",
  );
  expect(part("findings")).toContain("payments-prod New 111111111111 eu-west-1");
  expect(page.indexOf('id="findings"')).toBeLessThan(page.indexOf('id="fleet"'));
});

test("shows each kind of finding once with all its places", () => {
  const html = writtenReport({ audit: partial }, "html");
  expect(html.match(/<code>alarm-exists<\/code><\/h3>/g)).toHaveLength(1);
  expect(part("findings", html)).toContain("2 places");
});

test("shows the fleet as accounts and regions, the worst accounts first", () => {
  const rows = [
    ...((page.split('class="matrix"')[1] ?? "").split("</table>")[0]?.matchAll(/<tr.*?<\/tr>/gs) ?? []),
  ].map(([row]) => textOf(row).trim());
  expect(rows).toEqual([
    "Account eu-west-1 us-east-1",
    expect.stringMatching(/^payments-prod 111111111111 × Fail 1 of \d+ – Not in the config$/),
    expect.stringMatching(/^data-prod 222222222222 \? Unknown 1 of \d+ × Fail 1 of \d+$/),
    "sandbox 333333333333 ∅ Not asked – Not in the config",
    expect.stringMatching(/^security 999999999999 ✓ Pass (\d+) of \1 ✓ Pass (\d+) of \2$/),
  ]);
});

test("shows the stack of an organization beside the target in whose account and region it is", () => {
  const [first] = audit.targets;
  if (!first) throw new Error("There is no target.");
  const shared = { ...audit, targets: [...audit.targets, { ...first, stackId: "keywatch-organization" }] };
  const fleet = part("fleet", writtenReport({ audit: shared }, "html"));
  expect(fleet).toMatch(
    /payments-prod 111111111111 × Fail 1 of \d+ keywatch-111111111111-eu-west-1 × Fail 1 of \d+ keywatch-organization – Not/,
  );
});

test("explains every word of a cell", () => {
  for (const word of ["Fail", "Not asked", "Unknown", "Advice", "Pass", "Nothing to ask", "Not in the config"]) {
    expect(part("fleet")).toMatch(new RegExp(` ${word} +[A-Z][^.]+\\.`));
  }
});

test("tells what changed, or how to be told", () => {
  const told = part("changes");
  expect(told).toContain("Since the audit of 2026-11-17 10:00:09 UTC . Still open: 1 finding.");
  for (const line of ["New findings 5", "Mended 1", "No longer looked at 1", "Targets added 1", "Targets gone 1"]) {
    expect(told).toContain(line);
  }
  expect(part("changes", writtenReport({ audit }, "html"))).toContain("--previous names one");
});

test("gives every control its numbers in the benchmarks", () => {
  expect(part("controls")).toContain(
    "cis-4.7 Ensure disabling or scheduled deletion of customer created CMKs is monitored 3.7 (1.2), 4.7 (1.4, 1.5, 2.0, 3.0, 4.0, 5.0), 5.7 (6.0, 7.0) CloudWatch.7 5 × Fail",
  );
});

test("gives the evidence of every step with its time and who asked", () => {
  const told = part("evidence");
  for (const { steps, caller } of audit.targets) {
    if (caller) expect(told).toContain(`Asked by ${caller} , in`);
    for (const { title, evidence } of steps) {
      expect(told).toContain(title);
      expect(told).toContain(evidence);
    }
  }
  expect(page.match(/<time datetime="2026-11-24T10:00:0\d/g)?.length).toBeGreaterThan(100);
});

test("tells how the audit was done", () => {
  const told = part("method");
  expect(told).toContain("Config examples/fleet/keywatch.config.ts");
  expect(told).toContain("assumed-role/keywatch-audit/keywatch in 5 targets");
  expect(told).toContain(`Keywatch ${require("../../../package.json").version}`);
});

test("no text of a hostile fleet leaves its place", () => {
  const hostile = hostileAudit();
  const html = writtenReport({ audit: hostile, changes: changesSince(audit, hostile) }, "html");
  for (const payload of PAYLOADS.filter((text) => text.includes("<"))) expect(html).not.toContain(payload);
  expect(html.match(/<script/g)).toHaveLength(1);
  expect(html.match(/<style/g)).toHaveLength(1);
  expect(html.match(/href="[^"]*"/g)?.filter((href) => !/^href="#[\w%.!~*'()-]*"$/.test(href))).toEqual([]);
});
