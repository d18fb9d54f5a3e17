import { SetAlarmStateCommand } from "@aws-sdk/client-cloudwatch";
import { DescribeKeyCommand, ListKeysCommand } from "@aws-sdk/client-kms";
import { PublishCommand } from "@aws-sdk/client-sns";
import { ListQueuesCommand } from "@aws-sdk/client-sqs";
import { type DrillPlan, type DrillResult, planDrill } from "../../modules/cli/drill";
import { stepsOf } from "../../modules/cli/drill/steps";
import { program } from "../../modules/cli/program";
import { ctrlC } from "../cli/drill/world";
import { targetsOf } from "../support/targets";
import { fakeTerminal } from "../support/terminal";
import type { Account } from "./lab/accounts";
import { putDatum, readAlarmState } from "./lab/alert";
import { type Environment, start } from "./lab/command";
import { describeLab } from "./lab/describe";
import { type Emulator, startEmulator } from "./lab/emulator";
import { readSubscriptions } from "./lab/holdings";
import { inProject, projectRoot } from "./lab/paths";
import { type AuditedFleet, fleet as config, deployFleet, security, stackOf } from "./support/audited-fleet";
import { data, fleetConfig, payments } from "./support/fleet";

const ALARM = "KMSCustomerKeyDisableOrDeleteAlarm";
const METRIC = { namespace: "CISBenchmark", name: "KMSCustomerKeyDisableOrDeleteEvents" };

jest.setTimeout(300_000);

describeLab("a drill", () => {
  let aws: Emulator;
  let fleet: AuditedFleet;
  let file: string;
  let plan: DrillPlan;

  beforeAll(async () => {
    aws = await startEmulator({ kind: "ministack" });
    fleet = await deployFleet(aws);
    file = fleet.configWith({});
    const targets = targetsOf(fleetConfig(aws, config));
    const target = targets.find(({ account }) => account.id === data);
    const planned = target && planDrill(target, targets, {});
    if (!planned?.ok) throw new Error("no plan");
    plan = planned.plan;
  });
  afterEach(async () => {
    for (const id of [data, payments]) await calm(fleet.accountOf(id));
  });
  afterAll(() => aws?.stop());

  const args = (id: string, ...more: readonly string[]) => ["drill", stackOf(id), "--config", file, "--yes", ...more];

  /** Runs the command; `heard` is told each line of its progress as it comes. */
  async function run(
    line: readonly string[],
    heard: (text: string) => void = () => {},
    interrupted = ctrlC().interrupted,
  ) {
    const { terminal, written } = fakeTerminal();
    const err = (text: string) => {
      terminal.err(text);
      heard(text);
    };
    const code = await new Promise((resolve, reject) => {
      program({ env: process.env, terminal: { ...terminal, err }, stdin: process.stdin, interrupted }, resolve)
        .parseAsync(line, { from: "user" })
        .catch(reject);
    });
    return { code, ...written };
  }

  /** What a filter does with the event, which no emulator does: it puts the metric's datum. */
  const counted = (id: string) => (text: string) => {
    if (text === "The alarm fires ...") putDatum(fleet.accountOf(id), METRIC);
  };

  test("proves the path of an account with a topic of its own", async () => {
    const before = await held(fleet.accountOf(data));
    const { code, out, err } = await run(args(data), counted(data));
    expect(out).toMatch(
      new RegExp(
        `^Proven: a key was disabled in ${data} eu-west-1, and the message of cis-4\\.7 was there \\d+\\.\\d s later\\.$`,
        "m",
      ),
    );
    expect(out).toMatch(/^The key [\w-]+ is deleted on \d{4}-\d\d-\d\d, which is the clean state\.$/m);
    expect(code).toBe(0);
    expect(err.trim().split("\n")).toEqual([...stepsOf(plan).map(({ title }) => `${title} ...`), "Cleaning up ..."]);
    const after = await held(fleet.accountOf(data));
    expect(after).toEqual({ ...before, keys: expect.anything() });
    expect(after.keys).toHaveLength(before.keys.length + 1);
    expect(after.keys.filter((key) => !before.keys.includes(key))).toEqual([
      expect.stringMatching(/ PendingDeletion$/),
    ]);
  });

  test("proves the path of a hub's member: the queue is the hub's, the key the member's", async () => {
    const before = await held(fleet.accountOf(security));
    const hub = fleet.accountOf(security);
    // The emulator delivers no alarm to a topic of another account: the test publishes what CloudWatch would.
    const heard = async (text: string) => {
      counted(payments)(text);
      if (text !== "The message arrives ...") return;
      const TopicArn = `arn:aws:sns:eu-west-1:${security}:KMSCustomerKeyEvents`;
      const Message = JSON.stringify({ AlarmName: ALARM, AWSAccountId: payments, NewStateValue: "ALARM" });
      await hub.sns.send(new PublishCommand({ TopicArn, Subject: "ALARM", Message }));
    };
    const { code, out } = await run(args(payments, "--json"), heard);
    const { proven, cleaned }: DrillResult = JSON.parse(out);
    expect({ code, proven }).toEqual({ code: 0, proven: true });
    expect(cleaned.every(({ now }) => now)).toBe(true);
    expect(await held(hub)).toEqual(before);
  });

  test("shows the way as far as the alarm where it is asked to", async () => {
    const { code, out } = await run(args(payments, "--alarm-only"), counted(payments));
    expect(out).toMatch(/^Proven as far as the alarm: cis-4\.7 in 111111111111 eu-west-1 fires/m);
    expect(code).toBe(0);
  });

  test("does not prove what does not happen", async () => {
    const before = await held(fleet.accountOf(data));
    const { code, out } = await run(args(data, "--timeout", "1"));
    expect(out).toContain(`No state ALARM of ${ALARM} came in time.`);
    expect(out).toContain(`Not proven: the alert of cis-4.7 in ${data} eu-west-1.`);
    expect(code).toBe(1);
    expect(await held(fleet.accountOf(data))).toEqual({ ...before, keys: expect.anything() });
  });

  test("dry, changes nothing", async () => {
    const before = await held(fleet.accountOf(data));
    expect(await run(args(data, "--dry-run"))).toMatchObject({ code: 0, err: "" });
    expect(await held(fleet.accountOf(data))).toEqual(before);
  });

  test("stopped by Ctrl-C at any step leaves the account as it was, but for a key that waits for its deletion", async () => {
    const account = fleet.accountOf(data);
    const before = await held(account);
    for (const { title } of stepsOf(plan)) {
      const keys = ctrlC();
      const heard = (text: string) => {
        if (text === `${title} ...`) keys.press();
        // The last step would wait for ever: nothing counts the event.
        else if (title === "The message arrives") counted(data)(text);
      };
      const { out } = await run(args(data), heard, keys.interrupted);
      expect(out).not.toContain("Left behind");
      const after = await held(account);
      expect([title, after.queues, after.subscriptions]).toEqual([title, before.queues, before.subscriptions]);
      expect(after.keys.filter((key) => !before.keys.includes(key) && !key.endsWith(" PendingDeletion"))).toEqual([]);
      await calm(account);
    }
  });

  test("as a process: Ctrl-C cleans up; a second one, where nothing answers, names what is left, and the next drill too", async () => {
    const account = fleet.accountOf(data);
    const started = () =>
      start(process.execPath, [inProject("bin/keywatch.js"), ...args(data)], {
        cwd: projectRoot,
        env: process.env as Environment,
      });
    const before = await held(account);

    const once = started();
    await once.says(/The alarm fires/);
    once.child.kill("SIGINT");
    const { code, stdout } = await once.finished;
    expect(stdout).toContain("which is the clean state.");
    expect(code).toBe(1);
    expect(await held(account)).toEqual({ ...before, keys: expect.anything() });

    const twice = started();
    await twice.says(/The alarm fires/);
    aws.pause();
    twice.child.kill("SIGINT");
    await new Promise((resolve) => setTimeout(resolve, 500));
    twice.child.kill("SIGINT");
    const stopped = await twice.finished;
    aws.resume();
    expect(stopped.code).toBe(1);
    const left = [...stopped.stdout.matchAll(/^Left behind: the (\w+) /gm)].map(([, what]) => what);
    expect(left).toEqual(["key", "subscription", "queue"]);
    for (const command of ["aws kms schedule-key-deletion", "aws sns unsubscribe", "aws sqs delete-queue"]) {
      expect(stopped.stdout).toContain(`Remove it: ${command} `);
    }

    const { out } = await run(args(data, "--timeout", "1"));
    expect([...out.matchAll(/^Left by another drill: the (\w+) /gm)].map(([, what]) => what)).toEqual([
      "queue",
      "subscription",
    ]);
  });
});

/** All of an account that a drill changes. */
async function held(account: Account) {
  const { kms, sqs } = account;
  const { Keys = [] } = await kms.send(new ListKeysCommand({}));
  const keys = await Promise.all(
    Keys.map(async ({ KeyId }) => {
      const { KeyMetadata } = await kms.send(new DescribeKeyCommand({ KeyId }));
      return `${KeyId} ${KeyMetadata?.KeyState}`;
    }),
  );
  const { QueueUrls = [] } = await sqs.send(new ListQueuesCommand({}));
  const subscriptions = (await readSubscriptions(account)).map(({ Endpoint }) => Endpoint);
  return { keys: keys.sort(), queues: QueueUrls.sort(), subscriptions: subscriptions.sort() };
}

/** The alarm is over. */
async function calm(account: Account): Promise<void> {
  if ((await readAlarmState(account, ALARM)) === "OK") return;
  await account.cloudwatch.send(
    new SetAlarmStateCommand({ AlarmName: ALARM, StateValue: "OK", StateReason: "The drill is over" }),
  );
}
