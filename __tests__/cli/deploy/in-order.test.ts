import * as fc from "fast-check";
import { NO_CHANGES } from "../../../modules/cli/deploy/changes";
import { inOrder } from "../../../modules/cli/deploy/in-order";
import type { Job } from "../../../modules/cli/deploy/order";
import { isBroken, type Outcome } from "../../../modules/cli/deploy/outcome";

const applied = (stack: string): Outcome => ({ stack, status: "applied", changes: NO_CHANGES });
const failed = (stack: string): Outcome => ({
  stack,
  status: "failed",
  step: "apply",
  changes: NO_CHANGES,
  failure: { kind: "failed", message: "no", remedy: "", passes: false },
});

/** Jobs that each wait for some before them, in any order; and which of them fail. */
const fleets = fc
  .array(fc.record({ before: fc.array(fc.nat(9), { maxLength: 3 }), fails: fc.boolean(), rank: fc.nat() }), {
    maxLength: 10,
  })
  .map((drawn) => ({
    fails: new Set(drawn.flatMap(({ fails }, index) => (fails ? [`s${index}`] : []))),
    jobs: drawn
      .map(({ before, rank }, index) => ({
        rank,
        job: { stackId: `s${index}`, dependsOn: before.filter((other) => other < index).map((other) => `s${other}`) },
      }))
      .sort((a, b) => a.rank - b.rank)
      .map(({ job }) => job),
  }));

const run = async (jobs: readonly Job[], fails: ReadonlySet<string>, parallelism: number) => {
  const atWork = new Set<string>();
  const done = new Set<string>();
  const early: string[] = [];
  let most = 0;
  const outcomes = await inOrder(jobs, [], { parallelism, halted: () => undefined }, async ({ stackId, dependsOn }) => {
    if (dependsOn.some((id) => !done.has(id))) early.push(stackId);
    atWork.add(stackId);
    most = Math.max(most, atWork.size);
    await new Promise(setImmediate);
    atWork.delete(stackId);
    if (!fails.has(stackId)) done.add(stackId);
    return fails.has(stackId) ? failed(stackId) : applied(stackId);
  });
  return { outcomes, early, most };
};

test("every stack has one outcome, none starts before those it depends on are deployed, and never too many at once", () =>
  fc.assert(
    fc.asyncProperty(fleets, fc.integer({ min: 1, max: 4 }), async ({ jobs, fails }, parallelism) => {
      const { outcomes, early, most } = await run(jobs, fails, parallelism);
      expect(outcomes.map(({ stack }) => stack)).toEqual(jobs.map(({ stackId }) => stackId));
      expect(early).toEqual([]);
      expect(most).toBeLessThanOrEqual(parallelism);
    }),
  ));

test("exactly those are skipped that depend on one that was not deployed", () =>
  fc.assert(
    fc.asyncProperty(fleets, async ({ jobs, fails }) => {
      const { outcomes } = await run(jobs, fails, 2);
      const broken = new Set(outcomes.filter(isBroken).map(({ stack }) => stack));
      for (const [index, { dependsOn }] of jobs.entries()) {
        expect(outcomes[index]?.status === "skipped").toBe(dependsOn.some((id) => broken.has(id)));
      }
    }),
  ));

test("nothing starts any more once it is halted, and what is under way ends", async () => {
  const jobs = ["a", "b", "c"].map((stackId) => ({ stackId, dependsOn: [] }));
  const pace = {
    parallelism: 1,
    halted: (outcomes: Iterable<Outcome>) => ([...outcomes].length > 0 ? "enough" : undefined),
  };
  expect(await inOrder(jobs, [], pace, async ({ stackId }) => applied(stackId))).toEqual([
    applied("a"),
    { stack: "b", status: "skipped", reason: "enough" },
    { stack: "c", status: "skipped", reason: "enough" },
  ]);
});

test("stacks that are settled are not worked on", async () => {
  const jobs = ["a", "b"].map((stackId) => ({ stackId, dependsOn: [] }));
  const worked: string[] = [];
  const pace = { parallelism: 2, halted: () => undefined };
  await inOrder(jobs, [{ stack: "a", status: "unchanged" }], pace, async ({ stackId }) => {
    worked.push(stackId);
    return applied(stackId);
  });
  expect(worked).toEqual(["b"]);
});
