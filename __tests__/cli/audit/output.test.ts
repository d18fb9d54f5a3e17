import { convert } from "xmlbuilder2";
import { hasFindings, summary, written } from "../../../modules/cli/audit";
import { FORMATS } from "../../../modules/cli/audit/output/formats";
import { audit } from "./result";

const plain = { bold: (text: string) => `*${text}*` };
const inOrder = { ...audit, complete: true, targets: audit.targets.slice(0, 0), fleet: [] };

describe("for people", () => {
  const text = written(audit, "text", plain);

  test("tells first who was not asked, then what is wrong, the worst first, each kind once with its places", () => {
    expect(text.split("\n\n").slice(0, -2)).toEqual([
      "*NOT ASKED*  keywatch-333333333333-eu-west-1\n  AccessDenied: no\n  to mend it: Give it.",
      [
        "*FAIL*  alarm-exists  Title of alarm-exists",
        '  keywatch-111111111111-eu-west-1  cis-4.7  alarm: Seen of alarm-exists <here> & "there".',
        '  keywatch-222222222222-eu-west-1  cis-4.7  alarm: Seen of alarm-exists <here> & "there".',
        "  expected: Expected of alarm-exists.",
        "  to mend it: Remedy of alarm-exists.",
      ].join("\n"),
      expect.stringMatching(/^\*FAIL\* {2}state-without-target .*\n {2}fleet {2}keywatch\/444444444444/),
      expect.stringMatching(/^\*UNKNOWN\* {2}topic-key-policy/),
      expect.stringMatching(/^\*WARN\* {2}topic-tls/),
    ]);
  });

  test("ends with a row for each target, and what the result is worth", () => {
    const [table = "", end] = text.split("\n\n").slice(-2);
    expect(table.split("\n").map((line) => line.split(/ {2,}/))).toEqual([
      ["STACK", "NAME", "REGION", "FAIL", "UNKNOWN", "WARN", "PASS"],
      ["keywatch-111111111111-eu-west-1", "payments", "eu-west-1", "1", "0", "1", "1"],
      ["keywatch-222222222222-eu-west-1", "data", "eu-west-1", "1", "1", "0", "0"],
      ["keywatch-333333333333-eu-west-1", "lost", "eu-west-1", "-", "-", "-", "-"],
    ]);
    expect(end).toBe(
      "2 of 3 targets audited: 3 fail, 1 unknown, 1 warn, 1 pass.\nThe result is partial: 1 target could not be asked.",
    );
    expect(end).toBe(summary(audit));
  });

  test.each([
    ["2 targets audited: 2 fail, 1 unknown, 1 warn, 1 pass.", audit.targets.slice(0, 2), true],
    [
      "2 targets audited: 2 fail, 1 unknown, 1 warn, 1 pass.\nThe result is partial: some steps could not be asked.",
      audit.targets.slice(0, 2),
      false,
    ],
    [
      "0 of 1 target audited: 0 fail, 0 unknown, 0 warn, 0 pass.\nThe result is partial: 1 target could not be asked.",
      audit.targets.slice(2),
      false,
    ],
  ])("counts as audited only those that were asked: %s", (text, targets, complete) => {
    expect(summary({ ...inOrder, targets, complete })).toBe(text);
  });
});

test("JSON is the audit itself", () => {
  expect(JSON.parse(written(audit, "json", plain))).toEqual(audit);
});

describe("SARIF", () => {
  const [run, ...others] = JSON.parse(written(audit, "sarif", plain)).runs;

  test("has one run of the tool, which says whether it is whole", () => {
    expect(others).toEqual([]);
    expect(JSON.parse(written(audit, "sarif", plain))).toMatchObject({
      version: "2.1.0",
      $schema: expect.stringMatching(/sarif-schema-2\.1\.0\.json$/),
    });
    expect(run.tool.driver).toMatchObject({ name: "keywatch", version: require("../../../package.json").version });
    expect(run.invocations).toEqual([
      {
        executionSuccessful: false,
        startTimeUtc: audit.startedAt,
        endTimeUtc: audit.endedAt,
        toolExecutionNotifications: [
          {
            level: "error",
            message: { text: "keywatch-333333333333-eu-west-1 was not asked: AccessDenied: no Give it." },
          },
        ],
      },
    ]);
  });

  test("has every finding and no pass, each of a rule that is there", () => {
    expect(run.results.map(({ ruleId, level }: { ruleId: string; level: string }) => `${level} ${ruleId}`)).toEqual([
      "error alarm-exists",
      "warning topic-tls",
      "error alarm-exists",
      "error topic-key-policy",
      "error state-without-target",
    ]);
    for (const { ruleId, ruleIndex } of run.results) expect(run.tool.driver.rules[ruleIndex].id).toBe(ruleId);
    for (const rule of run.tool.driver.rules) {
      expect(rule).toEqual({
        id: rule.id,
        shortDescription: { text: `Title of ${rule.id}` },
        fullDescription: { text: `Expected of ${rule.id}.` },
        help: { text: `Remedy of ${rule.id}.` },
      });
    }
  });

  test("places findings in the config, as a URI, and keeps their fingerprints apart and the same at every audit", () => {
    for (const { locations } of run.results as readonly Result[]) {
      expect(locations[0]?.physicalLocation).toEqual({
        artifactLocation: { uri: "my%20fleet/keywatch.config.ts" },
        region: { startLine: 1 },
      });
    }
    const prints = (runs: readonly { results: readonly Result[] }[]) =>
      runs[0]?.results.map(({ partialFingerprints }) => partialFingerprints["keywatch/v1"]);
    const again = { ...audit, startedAt: audit.endedAt };
    expect(new Set(prints([run])).size).toBe(5);
    expect(prints(JSON.parse(written(again, "sarif", plain)).runs)).toEqual(prints([run]));
  });
});

interface Result {
  readonly locations: readonly { readonly physicalLocation: object }[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
}

test("JUnit has a suite for each target and the fleet, and a case for each step", () => {
  const xml = written(audit, "junit", plain);
  const { testsuites } = convert(xml, { format: "object" }) as unknown as { testsuites: Suites };
  expect(testsuites["@name"]).toBe("keywatch audit");
  const counts = testsuites.testsuite.map((suite) =>
    ["@name", "@tests", "@failures", "@errors"].map((key) => suite[key]).join(" "),
  );
  expect(counts).toEqual([
    "keywatch-111111111111-eu-west-1 3 1 0",
    "keywatch-222222222222-eu-west-1 2 1 1",
    "keywatch-333333333333-eu-west-1 1 0 1",
    "fleet 1 1 0",
  ]);
  expect(testsuites.testsuite[0]?.testcase).toMatchObject([
    { "@name": "Title of trail-logging: trail", "system-out": expect.stringContaining("Seen of trail-logging") },
    {
      "@classname": "keywatch-111111111111-eu-west-1.cis-4.7",
      failure: {
        "@message": expect.stringContaining("Seen of alarm-exists"),
        "#": "expected: Expected of alarm-exists.\nto mend it: Remedy of alarm-exists.",
      },
    },
    { "system-out": expect.stringMatching(/^warning: /) },
  ]);
  expect(xml).toContain('<system-out>Seen of trail-logging &lt;here&gt; &amp; "there".</system-out>');
  expect(xml).toContain('message="Seen of alarm-exists &lt;here&gt; &amp; &quot;there&quot;."');
  expect(testsuites.testsuite[2]?.testcase).toMatchObject({ error: { "@message": "AccessDenied: no" } });
});

test("JUnit is well formed whatever somebody has chosen", () => {
  const chosen = "a\u001b[2J\u0000b\ufffe \u{1f511}";
  const told = audit.fleet.map((step) => ({ ...step, resource: chosen, evidence: chosen, remedy: chosen }));
  const xml = written({ ...audit, fleet: told }, "junit", plain);
  const shown = "a\ufffd[2J\ufffdb\ufffd \u{1f511}";
  expect(xml).toContain(`: ${shown}">`);
  expect(xml).toContain(`message="${shown}"`);
  expect(xml).toContain(`to mend it: ${shown}<`);
  // https://www.w3.org/TR/xml/#charsets
  expect(xml).toMatch(/^[\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]*$/u);
});

interface Suites {
  readonly "@name": string;
  readonly testsuite: readonly Readonly<Record<string, unknown>>[];
}

test.each(FORMATS)("%s of a fleet without a target can be written", (format) => {
  expect(written(inOrder, format, plain)).not.toBe("");
});

test.each([
  ["a step that failed", { ...inOrder, fleet: audit.fleet }, true],
  ["a result that is partial", { ...inOrder, complete: false }, true],
  ["advice", { ...inOrder, fleet: [{ ...audit.fleet[0], verdict: "warn" }] } as typeof audit, false],
  ["nothing", inOrder, false],
])("a pipeline stops at %s: %#", (_, result, stops) => {
  expect(hasFindings(result)).toBe(stops);
});
