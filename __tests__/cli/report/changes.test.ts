import type { Audit, Step, TargetAudit, Verdict } from "../../../modules/cli/audit";
import { changesSince } from "../../../modules/cli/report";
import { changeOf } from "../../../modules/cli/report/changes";
import { allPlaced } from "../../../modules/cli/report/placed";

const at = "2026-11-24T10:00:00.000Z";
const step = (id: string, verdict: Verdict, resource?: string): Step => ({
  id,
  title: id,
  verdict,
  evidence: "",
  resource,
  at,
});
const target = (stackId: string, ...steps: readonly Step[]): TargetAudit => ({
  stackId,
  account: { id: stackId, name: stackId },
  region: "eu-west-1",
  milliseconds: 1,
  steps,
});
const silent: TargetAudit = { ...target("a"), fault: { kind: "timeout", message: "late", remedy: "Wait." } };
const audit = (...targets: readonly TargetAudit[]): Audit => ({
  version: 1,
  startedAt: at,
  endedAt: at,
  config: "c",
  complete: true,
  targets,
  fleet: [],
});

/** What a comparison tells, as the names of steps and targets. */
function told(before: Audit, now: Audit) {
  const { appeared, mended, open, unseen, joined, left } = changesSince(before, now);
  const ids = (placed: typeof appeared) => placed.map(({ step: { id } }) => id);
  const stacks = (targets: typeof joined) => targets.map(({ stackId }) => stackId);
  return {
    appeared: ids(appeared),
    mended: ids(mended),
    open: ids(open),
    unseen: ids(unseen),
    joined: stacks(joined),
    left: stacks(left),
  };
}
const NOTHING = { appeared: [], mended: [], open: [], unseen: [], joined: [], left: [] };

test.each<[string, Audit, Audit, Partial<ReturnType<typeof told>>]>([
  ["a pass that stays", audit(target("a", step("x", "pass"))), audit(target("a", step("x", "pass"))), {}],
  [
    "a pass that fails",
    audit(target("a", step("x", "pass"))),
    audit(target("a", step("x", "fail"))),
    { appeared: ["x"] },
  ],
  ["a failure of a new step", audit(target("a")), audit(target("a", step("x", "warn"))), { appeared: ["x"] }],
  [
    "a failure that passes",
    audit(target("a", step("x", "fail"))),
    audit(target("a", step("x", "pass"))),
    { mended: ["x"] },
  ],
  [
    "a failure that can no longer be asked",
    audit(target("a", step("x", "fail"))),
    audit(target("a", step("x", "unknown"))),
    { open: ["x"] },
  ],
  [
    "the same step of another resource",
    audit(target("a", step("x", "fail", "one"), step("x", "pass", "two"))),
    audit(target("a", step("x", "pass", "one"), step("x", "fail", "two"))),
    { mended: ["x"], appeared: ["x"] },
  ],
  [
    "a failure that nobody judges any more: not mended",
    audit(target("a", step("x", "fail"))),
    audit(target("a")),
    { unseen: ["x"] },
  ],
  [
    "a target that falls silent: its failures are not mended",
    audit(target("a", step("x", "fail"))),
    audit(silent),
    { unseen: ["x"], appeared: ["target-answers"] },
  ],
  [
    "a target that is gone, and one that is new",
    audit(target("a", step("x", "fail"))),
    audit(target("b", step("x", "fail"))),
    { unseen: ["x"], appeared: ["x"], joined: ["b"], left: ["a"] },
  ],
])("%s", (_, before, now, expected) => {
  expect(told(before, now)).toEqual({ ...NOTHING, ...expected });
});

test("each step knows how it stands", () => {
  const before = audit(target("a", step("mended", "fail"), step("open", "fail"), step("new", "pass")));
  const now = audit(
    target("a", step("mended", "pass"), step("open", "fail"), step("new", "fail"), step("good", "pass")),
  );
  const change = changeOf(changesSince(before, now));
  expect(allPlaced(now).map((placed) => change(placed))).toEqual(["mended", "open", "new", undefined]);
});
