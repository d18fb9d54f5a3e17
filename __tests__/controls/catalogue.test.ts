import { readdirSync } from "node:fs";
import { CATALOGUE, type Control, chosenPattern, PATTERN_CHOICES } from "../../modules/controls";
import { MAX_LENGTH, parsePattern } from "../../modules/controls/filter-pattern";
import section4 from "./cis-section-4.json";

const controls: readonly Control[] = CATALOGUE;
const rows = controls.map((control) => [control.id, control] as const);
const patternsOf = ({ filter, checkers, spellings = {} }: Control): string[] => [
  filter.pattern,
  ...(checkers ? [checkers.pattern] : []),
  ...Object.values(spellings),
];

test("every control has a file of its own, which the index names", () => {
  const files = readdirSync("modules/controls/catalogue").map((file) => file.replace(/\.ts$/, ""));

  expect(controls.map(({ id }) => id).sort()).toEqual(
    files.filter((file) => !["index", "conditions"].includes(file)).sort(),
  );
});

test.each([
  ["filter names", (control: Control) => control.filter.name],
  ["metrics", ({ filter: { metric } }: Control) => `${metric.namespace} ${metric.name}`],
  ["alarm names", (control: Control) => control.alarm.name],
  ["labels", (control: Control) => control.label],
  ["titles", (control: Control) => control.title],
])("no two controls share %s", (_, of) => {
  const all = controls.map(of);

  expect(all.filter((name, index) => all.indexOf(name) !== index)).toEqual([]);
});

test("only CIS 4.7 is on by default", () => {
  expect(controls.filter(({ onByDefault }) => onByDefault).map(({ id }) => id)).toEqual(["cis-4.7"]);
});

test.each(rows)("the patterns of %s are patterns", (_, control) => {
  for (const pattern of patternsOf(control)) {
    expect(pattern.length).toBeLessThanOrEqual(MAX_LENGTH);
    expect(parsePattern(pattern)).toMatchObject({ ok: true });
  }
});

test.each(rows)("%s names where its events are documented", (_, { sources }) => {
  expect(sources).not.toHaveLength(0);
  expect(sources.filter((source) => !/^(https:\/\/docs\.aws\.amazon\.com\/|CIS )/.test(source))).toEqual([]);
});

describe.each(section4)("CIS $id", ({ id, idSince6, title, name, securityHub, patterns }) => {
  const control = controls.find((entry) => entry.id === `cis-${id}`) as Control;

  test("has the benchmark's title, and its patterns to the character", () => {
    expect(control.title).toBe(title);
    expect(patternsOf(control)).toEqual(expect.arrayContaining(patterns));
  });

  test("has its number in every version of the benchmark", () => {
    const number = Number(id.split(".")[1]);

    expect(control.benchmarks).toEqual({
      ...(number === 15 ? {} : { "1.2": `3.${number}` }),
      ...Object.fromEntries(["1.4", "1.5", "2.0", "3.0", "4.0", "5.0"].map((version) => [version, id])),
      ...Object.fromEntries(["6.0", "7.0"].map((version) => [version, idSince6])),
    });
  });

  test("has its check of Security Hub", () => {
    expect(control.securityHub ?? null).toBe(securityHub);
  });

  test("has names of one make", () => {
    const stem = id === "4.7" ? "KMSCustomerKeyDisableOrDelete" : name;

    expect([control.filter.name, control.filter.metric.name, control.alarm.name]).toEqual([
      `${stem}Events`,
      `${stem}Events`,
      `${stem}Alarm`,
    ]);
    expect(control.filter.metric.namespace).toBe("CISBenchmark");
  });
});

test("the controls of the benchmark are those of its section 4", () => {
  expect(controls.filter(({ benchmarks }) => benchmarks).map(({ id }) => id)).toEqual(
    section4.map(({ id }) => `cis-${id}`),
  );
});

test("Keywatch's own controls keep out of the benchmark's namespace", () => {
  const own = controls.filter(({ benchmarks }) => !benchmarks);

  expect(new Set(own.map(({ filter }) => filter.metric.namespace))).toEqual(new Set(["Keywatch"]));
});

/** What each tool looks for, as its own source or documentation has it. */
const CHECKERS: readonly (readonly [control: string, tool: string, wanted: RegExp])[] = [
  ["cis-4.2", "Security Hub", /userIdentity\.type = "IAMUser"/],
  ["cis-4.4", "Security Hub", /eventSource=iam\.amazonaws\.com/],
  ["cis-4.10", "Powerpipe", /DeleteSecurityGroup.+\$\.eventName\s*=\s*ModifySecurityGroupRules/],
  ["cis-4.13", "Prowler", /\$\.eventSource\s*=\s*.?ec2\.amazonaws\.com/],
  ["cis-4.15", "Prowler", /CancelHandshake.+CreateOrganization\b.+EnableAllFeatures/],
  ["cis-4.15", "Powerpipe", /AcceptHandshake.+AttachPolicy.+CreateAccount.+CreateOrganizationalUnit.+UpdatePolicy/],
];

test.each(CHECKERS)("the checkers' pattern of %s is what %s asks for", (id, _, wanted) => {
  const control = controls.find((entry) => entry.id === id) as Control;
  const [benchmark, checkers] = PATTERN_CHOICES.map((choice) => chosenPattern(control, choice));

  expect(checkers).toMatch(wanted);
  expect(benchmark).not.toBe(checkers);
});

test("where the checkers ask for nothing else, both choices are the same", () => {
  const alike = controls.filter(({ checkers }) => !checkers);

  expect(alike.map((control) => chosenPattern(control, "checkers"))).toEqual(
    alike.map((control) => chosenPattern(control, "benchmark")),
  );
});
