import { changesSince, writtenReport } from "../../../modules/cli/report";
import { allPlaced } from "../../../modules/cli/report/placed";
import { exampleAudits } from "./example";
import { hostileAudit } from "./hostile";

const { audit, previous } = exampleAudits();
const HEAD = "stack,account,name,region,verdict,change,step,control,title,resource,evidence,expected,remedy,at,caller";

test("has a row for each step, and one for each target that was not asked", () => {
  const lines = writtenReport({ audit }, "csv").trimEnd().split("\n");
  expect(lines[0]).toBe(`\uFEFF${HEAD}`);
  expect(lines).toHaveLength(1 + allPlaced(audit).length);
  expect(lines.filter((line) => line.includes(",target-answers,"))).toEqual([
    expect.stringMatching(/^keywatch-333333333333-eu-west-1,333333333333,sandbox,eu-west-1,unknown,,target-answers,,/),
  ]);
  expect(lines.find((line) => line.includes(",alarm-actions-enabled,"))).toMatch(
    /,fail,,alarm-actions-enabled,cis-4\.7,The alarm acts,.*,ActionsEnabled is false\.,ActionsEnabled is true\.,.*,2026-11-24T10:00:0/,
  );
});

test("tells how each step stands against the audit before", () => {
  const lines = writtenReport({ audit, changes: changesSince(previous, audit) }, "csv").split("\n");
  const changes = (change: string) => lines.filter((line) => line.includes(`,${change},`)).length;
  expect([changes("new"), changes("open"), changes("mended")]).toEqual([5, 1, 1]);
});

test("no cell of a hostile fleet is a formula, whatever stands before it", () => {
  const hostile = hostileAudit();
  const texts = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " \n=1", "＝1"];
  const [target] = hostile.targets;
  if (!target) throw new Error("no target");
  const targets = texts.map((name) => ({ ...target, account: { id: name, name } }));
  const csv = writtenReport({ audit: { ...hostile, targets } }, "csv");
  expect(csv).not.toMatch(/(^|,|\n)"?\s*[=+\-@＝＋－＠]/);
  expect(csv).toContain(",'=1+1,'=1+1,");
});
