import type { Outcome } from "../../../modules/cli/deploy/outcome";
import { pausesOf, withRetries } from "../../../modules/cli/deploy/retry";

const { signal } = new AbortController();
const changes = (added: number) => ({ added, changed: 0, destroyed: 0, imported: 0 });
const failed = (added: number, passes: boolean): Outcome => ({
  stack: "s",
  status: "failed",
  step: "apply",
  changes: changes(added),
  failure: { kind: passes ? "throttled" : "denied", message: "no", remedy: "", passes },
});
const applied = (added: number): Outcome => ({ stack: "s", status: "applied", changes: changes(added) });

async function tried(pauses: readonly number[], outcomes: readonly Outcome[], ends = signal) {
  const left = [...outcomes];
  const outcome = await withRetries({ pauses, signal: ends }, async () => left.shift() as Outcome);
  return { outcome, attempts: outcomes.length - left.length };
}

test("what may pass is tried again, and the changes of all attempts count", async () => {
  expect(await tried([0, 0], [failed(3, true), failed(0, true), applied(1)])).toEqual({
    outcome: applied(4),
    attempts: 3,
  });
});

test("what had all been made before it failed counts as applied", async () => {
  expect(await tried([0], [failed(3, true), { stack: "s", status: "unchanged" }])).toMatchObject({
    outcome: applied(3),
  });
});

test("what does not pass is not tried again", async () => {
  expect(await tried([0], [failed(1, false), applied(1)])).toEqual({ outcome: failed(1, false), attempts: 1 });
});

test("it ends with the last failure, and all that was made", async () => {
  expect(await tried([0], [failed(1, true), failed(2, true), applied(1)])).toEqual({
    outcome: failed(3, true),
    attempts: 2,
  });
});

test("who is interrupted while waiting does not try again", async () => {
  expect(await tried([60], [failed(1, true), applied(1)], AbortSignal.abort())).toMatchObject({ attempts: 1 });
});

test("the pauses double, up to a minute", () => {
  expect(pausesOf(6)).toEqual([5, 10, 20, 40, 60, 60]);
  expect(pausesOf(0)).toEqual([]);
});
