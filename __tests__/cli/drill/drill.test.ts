import { actionsIn } from "../../../modules/access/need";
import { DRILL_NEEDS } from "../../../modules/access/needs/drill";
import { type DrillPlan, drill, drillText, planDrill } from "../../../modules/cli/drill";
import { LEFTOVER_CALLS } from "../../../modules/cli/drill/leftovers";
import { stepsOf } from "../../../modules/cli/drill/steps";
import type { Target } from "../../../modules/fleet";
import { hubFleet, type Raw } from "../../support/fleet";
import { targetOf, targetsOf } from "../../support/targets";
import { ctrlC, refusing, World, type WorldCall } from "./world";

const target = targetOf();

function planOf(of: Target, fleet: readonly Target[] = [of], alarmOnly = false): DrillPlan {
  const planned = planDrill(of, fleet, { alarmOnly });
  if (!planned.ok) throw new Error(planned.problem);
  return planned.plan;
}
const plan = planOf(target);
const steps = stepsOf(plan);
const ALARM = "KMSCustomerKeyDisableOrDeleteAlarm";
const QUEUE = "keywatch-drill-111111111111-eu-west-1-20261124T100000400Z";

interface Props {
  readonly plan?: DrillPlan;
  readonly patience?: number;
  /** Presses Ctrl-C at each word that it holds for. */
  readonly pressAt?: (text: string) => boolean;
  readonly keys?: ReturnType<typeof ctrlC>;
}

async function drilled(
  world: World,
  { pressAt = () => false, patience = 1_200_000, keys = ctrlC(), ...more }: Props = {},
) {
  const told: string[] = [];
  const tell = (text: string) => {
    told.push(text);
    if (pressAt(text)) keys.press();
  };
  const { clock, sessions } = world;
  const result = await drill({ plan, sessions, interrupted: keys.interrupted, patience, tell, clock, ...more });
  return { result, told, went: Object.fromEntries(result.steps.map(({ id, went }) => [id, went])) };
}

const actions = (world: World): string[] => world.calls.map(({ action }) => action);
const CLEAN = { queues: [], subscriptions: [] };

test("proves the path, tells how long each part took, and leaves a key that waits for its deletion", async () => {
  const world = new World();
  const { result, told } = await drilled(world);
  expect(result).toMatchObject({ proven: true, alarmOnly: false, control: "cis-4.7", leftovers: [] });
  expect(result.steps.map(({ id, went }) => `${id} ${went}`)).toEqual(steps.map(({ id }) => `${id} done`));
  expect(result.steps.at(-1)?.evidence).toBe(`ALARM: "${ALARM}" of 111111111111.`);
  const since = Object.fromEntries(result.steps.map(({ id, sinceEvent }) => [id, sinceEvent]));
  expect(since.key).toBeUndefined();
  expect(since.alarm).toBeGreaterThanOrEqual(240_000);
  expect(since.message).toBeGreaterThanOrEqual(242_000);
  expect(world.holding()).toEqual({ ...CLEAN, keys: ["key-2 PendingDeletion"] });
  expect(result.cleaned.map(({ what, now }) => `${what} ${now}`)).toEqual([
    "key key-2 is deleted on 2026-12-01, which is the clean state",
    "subscription arn:aws:sns:eu-west-1:111111111111:KMSCustomerKeyEvents:1 is removed",
    `queue ${QUEUE} is deleted`,
  ]);
  expect(
    told.filter((text) => text.startsWith("Waiting for state ALARM of KMSCustomerKeyDisableOrDeleteAlarm: ")),
  ).toHaveLength(3);
});

test("lets only the topic into its queue, makes a key that encrypts nothing, and asks for the shortest wait", async () => {
  const world = new World();
  await drilled(world);
  const input = (action: string) => world.calls.find((call) => call.action === action)?.input as Raw;
  expect(input("CreateQueue").Attributes).toMatchObject({ SqsManagedSseEnabled: "true" });
  expect(JSON.parse(input("CreateQueue").Attributes.Policy).Statement).toEqual([
    {
      Sid: "TopicSends",
      Effect: "Allow",
      Principal: { Service: "sns.amazonaws.com" },
      Action: "sqs:SendMessage",
      Resource: `arn:aws:sqs:eu-west-1:111111111111:${QUEUE}`,
      Condition: { ArnEquals: { "aws:SourceArn": "arn:aws:sns:eu-west-1:111111111111:KMSCustomerKeyEvents" } },
    },
  ]);
  expect(input("CreateKey")).toMatchObject({
    KeySpec: "HMAC_224",
    KeyUsage: "GENERATE_VERIFY_MAC",
    Tags: [{ TagKey: "keywatch", TagValue: "drill" }],
  });
  expect(input("ScheduleKeyDeletion").PendingWindowInDays).toBe(7);
});

describe.each(steps.map(({ title }) => title))("Ctrl-C at the step: %s", (title) => {
  test("as it begins leaves nothing but a key that waits for its deletion", async () => {
    const world = new World();
    world.delays.message = 60_000;
    const { result, told, went } = await drilled(world, { pressAt: (text) => text === `${title} ...` });
    expect(result.proven).toBe(false);
    expect(told.slice(told.indexOf(`${title} ...`) + 1)).toEqual(["Cleaning up ..."]);
    expect(Object.values(went).filter((one) => one === "failed")).toHaveLength(1);
    expect(world.holding()).toMatchObject(CLEAN);
    expect(world.holding().keys.every((key) => key.endsWith("PendingDeletion"))).toBe(true);
  });

  test("during any of its calls too", async () => {
    const quiet = new World();
    const per: [string, number][] = [];
    await drilled(quiet, { pressAt: (text) => per.push([text, quiet.calls.length]) < 0 });
    const begun = per.findIndex(([text]) => text === `${title} ...`);
    const [from = 0, to = 0] = [per[begun]?.[1], per[begun + 1]?.[1]];
    expect(to).toBeGreaterThan(from);
    for (const at of [from, to - 1]) {
      const world = new World();
      const keys = ctrlC();
      world.onCall = () => {
        if (world.calls.length === at + 1) keys.press();
      };
      const { result } = await drilled(world, { keys });
      expect(world.holding()).toMatchObject(CLEAN);
      expect(world.holding().keys.every((key) => key.endsWith("PendingDeletion"))).toBe(true);
      expect(result.cleaned.every(({ now }) => now)).toBe(true);
    }
  });
});

test.each([
  ["CreateQueue", "queue", { ...CLEAN, keys: [] }],
  ["Subscribe", "subscription", { ...CLEAN, keys: [] }],
  ["CreateKey", "key", { ...CLEAN, keys: [] }],
  ["DisableKey", "disable", { ...CLEAN, keys: ["key-2 PendingDeletion"] }],
  ["ReceiveMessage", "message", { ...CLEAN, keys: ["key-2 PendingDeletion"] }],
])(
  "where %s is refused, step %s fails, no later one is tried, and what was made is taken away",
  async (action, id, holding) => {
    const world = new World();
    world.onCall = refusing(action);
    const { result, went } = await drilled(world);
    expect(result.proven).toBe(false);
    expect(result.steps.find((step) => step.id === id)).toMatchObject({
      went: "failed",
      fault: { kind: "denied", message: "AccessDeniedException: not authorized" },
    });
    const later = steps.slice(steps.findIndex((step) => step.id === id) + 1);
    for (const step of later) expect(went[step.id]).toBe("skipped");
    expect(world.holding()).toEqual(holding);
  },
);

test.each([
  ["alarm", { alarm: 2_000_000, message: 0 }, "No state ALARM of KMSCustomerKeyDisableOrDeleteAlarm came in time."],
  ["message", { alarm: 1_000, message: 2_000_000 }, "No message of KMSCustomerKeyDisableOrDeleteAlarm came in time."],
])("gives the %s up in time", async (id, delays, message) => {
  const world = new World();
  world.delays = delays;
  const { result } = await drilled(world);
  expect(result.steps.find((step) => step.id === id)).toMatchObject({
    went: "failed",
    fault: { kind: "timeout", message },
  });
  expect(world.holding()).toEqual({ ...CLEAN, keys: ["key-2 PendingDeletion"] });
});

test("does not wait for a message that the topic did not take", async () => {
  const world = new World();
  world.delays = { alarm: 1_000, message: 2_000_000 };
  world.action = "Failed to execute action arn:aws:sns:eu-west-1:111111111111:KMSCustomerKeyEvents";
  const { result } = await drilled(world);
  expect(result.steps.find(({ id }) => id === "alarm")?.fault?.message).toBe(
    `The topic did not take the message: ${world.action}`,
  );
});

test.each([
  ["is not there", undefined, "There is no alarm KMSCustomerKeyDisableOrDeleteAlarm."],
  ["is in ALARM already", { StateValue: "ALARM" }, "It is in ALARM already, so nothing would be published."],
  ["is muted", { ActionsEnabled: false }, "Its actions are switched off."],
  [
    "publishes elsewhere",
    { AlarmActions: [] },
    "It does not publish to arn:aws:sns:eu-west-1:111111111111:KMSCustomerKeyEvents.",
  ],
])("makes nothing where the alarm %s", async (_, changes, message) => {
  const world = new World();
  world.alarm = changes && { ...world.alarm, ...changes };
  const { result } = await drilled(world);
  expect(result.steps[0]).toMatchObject({ id: "ready", went: "failed", fault: { message } });
  expect(actions(world)).not.toContain("CreateQueue");
  expect(actions(world)).not.toContain("CreateKey");
});

test("what cannot be taken away is named with its command, and does not keep the rest", async () => {
  const world = new World();
  world.onCall = refusing("Unsubscribe");
  const { result } = await drilled(world);
  expect(world.holding()).toMatchObject({ queues: [], keys: ["key-2 PendingDeletion"] });
  expect(drillText(result)).toContain(
    "Left behind: the subscription arn:aws:sns:eu-west-1:111111111111:KMSCustomerKeyEvents:1 (AccessDeniedException: not authorized). " +
      "Remove it: aws sns unsubscribe --region eu-west-1 --subscription-arn arn:aws:sns:eu-west-1:111111111111:KMSCustomerKeyEvents:1",
  );
});

test("a second Ctrl-C ends the cleaning, and names all that is left with its command", async () => {
  const world = new World();
  const keys = ctrlC();
  world.onCall = ({ action }: WorldCall) => {
    if (action === "DisableKey") keys.press();
  };
  const { result } = await drilled(world, { keys, pressAt: (text) => text === "Cleaning up ..." });
  expect(world.holding()).toEqual({
    queues: [QUEUE],
    subscriptions: ["arn:aws:sns:eu-west-1:111111111111:KMSCustomerKeyEvents:1"],
    keys: ["key-2 Disabled"],
  });
  const text = drillText(result);
  for (const command of [
    "aws kms schedule-key-deletion --region eu-west-1 --key-id key-2 --pending-window-in-days 7",
    "aws sns unsubscribe --region eu-west-1 --subscription-arn arn:aws:sns:eu-west-1:111111111111:KMSCustomerKeyEvents:1",
    `aws sqs delete-queue --region eu-west-1 --queue-url https://sqs/111111111111/${QUEUE}`,
  ]) {
    expect(text).toContain(`(Interrupted.). Remove it: ${command}`);
  }
});

test("a first Ctrl-C while it cleans up lets it end", async () => {
  const world = new World();
  const { result } = await drilled(world, { pressAt: (text) => text === "Cleaning up ..." });
  expect(result.proven).toBe(true);
  expect(world.holding()).toEqual({ ...CLEAN, keys: ["key-2 PendingDeletion"] });
});

test("names what an earlier drill left, and no key of anybody else", async () => {
  const world = new World();
  const tags = [{ TagKey: "keywatch", TagValue: "drill" }];
  const spec = "HMAC_224";
  world.keys.set("lost", { id: "lost", state: "Disabled", tags, spec });
  world.keys.set("ended", { id: "ended", state: "PendingDeletion", tags, spec });
  world.keys.set("others", { id: "others", state: "Enabled", tags: [], spec });
  world.keys.set("tagged by somebody", { id: "tagged", state: "Enabled", tags, spec: "SYMMETRIC_DEFAULT" });
  world.queues.set("keywatch-drill-111111111111-eu-west-1-old", "111111111111");
  world.queues.set("keywatch-drill-222222222222-eu-west-1-old", "111111111111");
  world.subscriptions.set("old", "arn:aws:sqs:eu-west-1:111111111111:keywatch-drill-111111111111-eu-west-1-old");
  world.subscriptions.set("pager", "https://pager");
  const { result } = await drilled(world);
  expect(result.leftovers.map(({ what }) => what)).toEqual([
    "key lost",
    "queue keywatch-drill-111111111111-eu-west-1-old",
    "subscription old",
  ]);
  expect(drillText(result)).toContain("Left by another drill: the key lost. Remove it: aws kms schedule-key-deletion");
});

test("begun in the same second as one that left its queue, listens with a queue of its own and keeps the other's", async () => {
  const world = new World();
  const keys = ctrlC();
  world.onCall = ({ action }) => {
    if (action === "CreateQueue") keys.press();
  };
  await drilled(world, { keys, pressAt: (text) => text === "Cleaning up ..." });
  expect(world.holding().queues).toEqual([QUEUE]);

  world.onCall = () => {};
  const { result } = await drilled(world);
  const made = world.calls.filter(({ action }) => action === "CreateQueue").map(({ input }) => `${input.QueueName}`);
  expect(made.map((name) => name.slice(0, -"mmmZ".length))).toEqual(Array(2).fill(QUEUE.slice(0, -"mmmZ".length)));
  expect(world.holding().queues).toEqual([QUEUE]);
  expect(result.proven).toBe(true);
});

test("goes on where it may not look for leftovers, and says so", async () => {
  const world = new World();
  world.onCall = refusing("ListKeys");
  const { result, told } = await drilled(world);
  expect(result.proven).toBe(true);
  expect(told[0]).toBe(
    "Not looked for what an earlier drill may have left: keys: AccessDeniedException: not authorized",
  );
});

test.each([
  ["", () => {}],
  ["interrupted by then, ", (keys: ReturnType<typeof ctrlC>) => keys.press()],
])("%snames a key whose making was answered with an error and that is there all the same", async (_, meanwhile) => {
  const world = new World();
  const keys = ctrlC();
  world.onCall = ({ action }) => {
    if (action !== "CreateKey") return;
    const tags = [{ TagKey: "keywatch", TagValue: "drill" }];
    world.keys.set("lost", { id: "lost", state: "Enabled", tags, spec: "HMAC_224" });
    meanwhile(keys);
    throw Object.assign(new Error("no answer"), { name: "TimeoutError" });
  };
  const { result } = await drilled(world, { keys });
  expect(result.leftovers).toMatchObject([{ what: "key lost" }]);
});

test("with the topic in a hub makes the queue there, and the key in the target", async () => {
  const fleet = targetsOf(hubFleet());
  const [member] = fleet;
  const world = new World();
  world.alarm = { ...world.alarm, AlarmActions: [member?.topics[0]?.arn] };
  const { result } = await drilled(world, { plan: planOf(member as Target, fleet) });
  expect(result.proven).toBe(true);
  const accounts = (action: string) =>
    world.calls.filter((call) => call.action === action).map(({ account }) => account);
  expect(accounts("CreateQueue")).toEqual(["999999999999"]);
  expect(accounts("Subscribe")).toEqual(["999999999999"]);
  expect(accounts("CreateKey")).toEqual(["111111111111"]);
});

test("as far as the alarm makes no queue, and does not say that anybody heard", async () => {
  const world = new World();
  const { result } = await drilled(world, { plan: planOf(target, [target], true) });
  expect(result).toMatchObject({ proven: true, alarmOnly: true });
  expect(actions(world)).not.toContain("CreateQueue");
  expect(actions(world)).not.toContain("ListQueues");
  expect(drillText(result)).toMatch(/^Proven as far as the alarm: .* Whether anybody hears of it was not tried\.$/m);
});

test("makes the calls that its steps list, and no other; the drill's role may make just these", async () => {
  const world = new World();
  const tags = [{ TagKey: "keywatch", TagValue: "drill" }];
  world.keys.set("lost", { id: "lost", state: "Disabled", tags, spec: "HMAC_224" });
  await drilled(world);
  const listed = [...Object.values(LEFTOVER_CALLS).flat(), ...steps.flatMap(({ calls }) => calls)];
  const unprefixed = new Set(listed.map((call) => call.split(":")[1]));
  unprefixed.delete("TagResource"); // CreateKey asks for it
  expect(new Set(actions(world))).toEqual(unprefixed);
  expect(new Set(DRILL_NEEDS.flatMap(actionsIn))).toEqual(new Set(listed));
});
