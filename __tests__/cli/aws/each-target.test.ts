import { eachTarget, type Session, type Sessions } from "../../../modules/cli/aws";
import type { Target } from "../../../modules/fleet";
import { layeredFleet } from "../../support/fleet";
import { targetsOf } from "../../support/targets";

const targets = targetsOf(layeredFleet());
const sessions: Sessions = async ({ account, region }, signal) =>
  ({ account: account.id, region, signal }) as unknown as Session;
const pace = { concurrency: 2, timeout: 10_000, signal: new AbortController().signal };
const IDS = targets.map(({ stackId }) => stackId);

const until = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });

test("every target answers, in the order of the targets, each done once", async () => {
  const done: string[] = [];
  const outcomes = await eachTarget(
    targets,
    sessions,
    { ...pace, done: ({ stackId }) => done.push(stackId) },
    async ({ account, region }) => `${account} ${region}`,
  );
  expect(outcomes.map(({ target }) => target.stackId)).toEqual(IDS);
  expect(outcomes).toMatchObject([
    { ok: true, value: "111111111111 eu-west-1" },
    { ok: true, value: "222222222222 eu-west-1" },
    { ok: true, value: "222222222222 us-east-1" },
  ]);
  expect([...done].sort()).toEqual(IDS);
});

test("no more targets are asked at a time than the pace allows", async () => {
  let [running, most] = [0, 0];
  await eachTarget([...targets, ...targets], sessions, pace, async () => {
    running += 1;
    most = Math.max(most, running);
    await new Promise(setImmediate);
    running -= 1;
  });
  expect(most).toBe(2);
});

test.each<[string, Sessions, (target: Target) => Promise<string>]>([
  [
    "whose session cannot be opened",
    async (place, signal) => (place.region === "us-east-1" ? Promise.reject(new Error("no")) : sessions(place, signal)),
    async () => "fine",
  ],
  [
    "whose work fails",
    sessions,
    async ({ region }) => (region === "us-east-1" ? Promise.reject(new Error("no")) : "fine"),
  ],
  [
    "whose work throws at once",
    sessions,
    ({ region }) => {
      if (region === "us-east-1") throw new Error("no");
      return Promise.resolve("fine");
    },
  ],
])("a target %s is a fault, and the others answer", async (_, open, work) => {
  expect(await eachTarget(targets, open, pace, (_session, target) => work(target))).toMatchObject([
    { ok: true, value: "fine" },
    { ok: true, value: "fine" },
    { ok: false, fault: { kind: "failed", message: "no" } },
  ]);
});

test("a target that takes too long is a fault, even where its call does not heed its signal", async () => {
  const outcomes = await eachTarget(
    targets.slice(0, 1),
    sessions,
    { ...pace, timeout: 5 },
    () => new Promise(() => {}),
  );
  expect(outcomes).toMatchObject([{ ok: false, fault: { kind: "timeout" } }]);
});

test("an interruption ends what is under way and begins nothing more", async () => {
  const controller = new AbortController();
  const begun: string[] = [];
  const outcomes = await eachTarget(
    targets,
    sessions,
    { ...pace, concurrency: 1, signal: controller.signal },
    ({ signal, region }) => {
      begun.push(region);
      controller.abort("SIGINT");
      return until(signal);
    },
  );
  expect(begun).toEqual(["eu-west-1"]);
  expect(outcomes.map((outcome) => !outcome.ok && outcome.fault.kind)).toEqual(Array(3).fill("interrupted"));
});
