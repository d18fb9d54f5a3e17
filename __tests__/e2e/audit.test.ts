import { LINKS } from "../../modules/cli/audit/judge";
import { keywatchAsync } from "../support/keywatch";
import { describeLab } from "./lab/describe";
import { type Emulator, startEmulator } from "./lab/emulator";
import {
  type AuditedFleet,
  fleet as config,
  deployFleet,
  findingsOf,
  ids,
  security,
  stackOf,
} from "./support/audited-fleet";
import {
  alarmFaults,
  busFaults,
  type Fault,
  filterFaults,
  keyFaults,
  livenessFaults,
  logGroupFaults,
  queueFaults,
  roleFaults,
  ruleFaults,
  strayState,
  topicFaults,
  trailFaults,
  viewFaults,
} from "./support/faults";
import { data, payments, queueTemplate } from "./support/fleet";

/** What goes wrong where, and the findings of the whole fleet: whose target (or `fleet`), which step, what verdict. */
const FAULTS: readonly (readonly [string, Fault, string, readonly string[]])[] = [
  ["the trail writes to another log group", trailFaults.otherLogGroup, data, ["fail trail-feeds-log-group"]],
  ["the trail records one region", trailFaults.oneRegion, data, ["fail trail-multi-region"]],
  ["the trail is stopped", trailFaults.stopped, data, ["fail trail-logging"]],
  ["the trail records what is read", trailFaults.readOnly, data, ["fail trail-management-events"]],
  ["the trail leaves management events out", trailFaults.withoutManagement, data, ["fail trail-management-events"]],
  ["KMS is excluded from the trail", trailFaults.kmsExcluded, data, ["fail trail-kms-events"]],
  [
    "KMS is excluded by an advanced selector",
    trailFaults.kmsExcludedAdvanced,
    data,
    ["fail trail-kms-events", "warn trail-classic-selector"],
  ],
  ["the selector is advanced", trailFaults.advanced, data, ["warn trail-classic-selector"]],
  ["the trail delivered nothing for two days", trailFaults.silent, data, ["fail trail-delivers"]],
  ["log files are not validated", trailFaults.unvalidated, data, ["warn trail-log-file-validation"]],
  ["the log group is deleted", logGroupFaults.deleted, data, ["fail log-group-exists", "fail trail-delivers"]],
  ["the log group keeps events for a month", logGroupFaults.shortLived, data, ["warn log-group-retention"]],
  ["the key of the log group is disabled", logGroupFaults.keyDisabled, data, ["fail log-group-key"]],
  ["the filter is deleted", filterFaults.deleted, data, ["fail filter-exists"]],
  ["the filter counts less", filterFaults.narrowed, data, ["fail filter-pattern"]],
  ["the filter is spelled otherwise", filterFaults.respelled, data, ["warn filter-letter"]],
  ["the filter feeds another metric", filterFaults.otherMetric, data, ["fail filter-metric"]],
  ["the filter adds nothing", filterFaults.counts0, data, ["fail filter-metric"]],
  ["the alarm is deleted", alarmFaults.deleted, data, ["fail alarm-exists"]],
  ["the alarm looks at another metric", alarmFaults.otherMetric, data, ["fail alarm-metric"]],
  ["the alarm asks for a dimension", alarmFaults.dimension, data, ["fail alarm-metric"]],
  ["the alarm waits for five events", alarmFaults.threshold, data, ["fail alarm-numbers"]],
  ["the alarm looks hourly", alarmFaults.missingData, data, ["fail alarm-numbers"]],
  ["the alarm is muted", alarmFaults.muted, data, ["fail alarm-actions-enabled"]],
  ["the alarm publishes elsewhere", alarmFaults.otherTopic, data, ["fail alarm-topic"]],
  ["a rule is switched off", ruleFaults.disabled, data, ["fail rule-enabled"]],
  ["a rule sends nowhere", ruleFaults.withoutTarget, data, ["fail rule-target"]],
  ["the relay to the hub is switched off", ruleFaults.disabled, payments, ["fail rule-enabled"]],
  ["a rule keeps nothing that it cannot deliver", ruleFaults.withoutQueue, data, ["fail rule-queue"]],
  ["the relay sends with another role", ruleFaults.otherRole, payments, ["fail rule-target"]],
  ["the queue is deleted", queueFaults.deleted, data, ["fail queue-exists"]],
  ["the queue lets no rule write", queueFaults.closed, data, ["fail queue-policy"]],
  ["something lies in the queue", queueFaults.holding, payments, ["fail queue-empty"]],
  ["the alarm on the queue is muted", alarmFaults.ofQueueMuted, payments, ["fail alarm-actions-enabled"]],
  ["the alarm on the queue waits for a hundred", alarmFaults.ofQueueThreshold, data, ["fail alarm-numbers"]],
  ["the relay's role may send to another bus alone", roleFaults.relayToOtherBus, payments, ["fail role-permission"]],
  ["the relay's role may send to every bus", roleFaults.relayToEveryBus, payments, ["warn role-permission"]],
  ["another service takes the relay's role", roleFaults.relayTakenByOthers, payments, ["fail role-trust"]],
  [
    "the hub's bus lets a stranger send in place of its member",
    busFaults.memberShutOut,
    security,
    ["fail bus-policy", "warn bus-senders"],
  ],
  ["the hub's bus lets a stranger send", busFaults.strangerLetIn, security, ["warn bus-senders"]],
  ["the topic is deleted", topicFaults.deleted, data, ["fail topic-exists"]],
  ["the topic's policy has no statement for alarms", topicFaults.closed, data, ["fail topic-policy"]],
  [
    "the topic lets an account in that the config does not name",
    topicFaults.strangerLetIn,
    data,
    ["warn topic-publishers"],
  ],
  ["the topic takes plain HTTP", topicFaults.plainHttp, data, ["warn topic-tls"]],
  ["the topic has the key of AWS", topicFaults.keyOfAws, data, ["fail topic-key"]],
  ["the topic is not encrypted", topicFaults.unencrypted, data, ["warn topic-encrypted"]],
  ["the topic's key is disabled", keyFaults.disabled, data, ["fail topic-key-state"]],
  ["the topic's key waits for its deletion", keyFaults.pendingDeletion, data, ["fail topic-key-state"]],
  ["the key's policy has no statement for alarms", keyFaults.closed, data, ["fail topic-key-policy"]],
  [
    "nobody is subscribed",
    topicFaults.unheard,
    data,
    ["fail subscription-confirmed", "fail subscription-confirmed", "fail topic-heard"],
  ],
  ["an endpoint is not subscribed", topicFaults.oneUnsubscribed, data, ["fail subscription-confirmed"]],
  ["the hub lets a member's alarms out", topicFaults.memberShutOut, security, ["fail topic-policy"]],
  ["the hub's key is disabled", keyFaults.disabled, security, ["fail topic-key-state"]],
  ["an alarm on the alert path is deleted", livenessFaults.alarmDeleted, data, ["fail alarm-exists"]],
  ["an alarm on the alert path has fired", livenessFaults.alarmHasFired, data, ["fail liveness-quiet"]],
  ["the heartbeat is not counted", filterFaults.heartbeatDeleted, data, ["fail filter-exists"]],
  ["the heartbeat's schedule is deleted", livenessFaults.scheduleGone, data, ["fail schedule-exists"]],
  ["the heartbeat's schedule is off", livenessFaults.scheduleOff, data, ["fail schedule-enabled"]],
  ["the heartbeat's schedule calls once a day", livenessFaults.scheduleRare, data, ["fail schedule-call"]],
  ["the heartbeat's role may not call", roleFaults.beatIdle, data, ["fail role-permission"]],
  ["the heartbeat's role has lost its boundary", roleFaults.beatUnbounded, data, ["warn role-boundary"]],
  ["the dashboard is deleted", viewFaults.dashboardDeleted, data, ["warn dashboard-exists"]],
  ["a saved query is deleted", viewFaults.queryDeleted, data, ["warn queries-saved"]],
];

/** What the fleet has nowhere, or in one of its accounts alone. */
const ELSEWHERE = /^(alarm-further-actions|chat-subscribed|bus-.*|stack-set-.*)$/;

jest.setTimeout(300_000);

describeLab("an audit", () => {
  let aws: Emulator;
  let fleet: AuditedFleet;

  beforeAll(async () => {
    aws = await startEmulator({ kind: "ministack" });
    fleet = await deployFleet(aws);
  });
  afterAll(() => aws?.stop());

  test("finds nothing in a fleet as it was deployed", async () => {
    const { code, out, err } = await fleet.run();
    expect(out).toMatch(/^STACK/);
    expect(out).toContain("3 targets audited: 0 fail, 0 unknown, 0 warn, ");
    expect(err).toContain("Auditing: 3 of 3\n");
    expect(code).toBe(0);
  });

  test("finds nothing that a deploy of it would overwrite", async () => {
    const { code, out } = await keywatchAsync(["preflight", "--config", fleet.configWith({})], process.env);
    expect(out).toBe("3 targets looked at: nothing exists already.\n");
    expect(code).toBe(0);
  });

  test("is written as a report that says that the path holds", async () => {
    const { code, out } = await keywatchAsync(
      ["report", "--config", fleet.configWith({}), "--output", "-"],
      process.env,
    );
    expect(out).toContain("<h1>The alert path holds in 3 targets</h1>");
    for (const id of ids) expect(out).toContain(`arn:aws:sts::${id}:assumed-role/keywatch-deploy`);
    expect(code).toBe(0);
  });

  test("tells who asked, and walks every link", async () => {
    const { complete, targets, fleet: states } = await fleet.audited();
    expect(complete).toBe(true);
    expect(targets.map(({ caller }) => caller)).toEqual(
      ids.map((id) => expect.stringContaining(`:${id}:assumed-role/keywatch-deploy`)),
    );
    const walked = (at: number) => new Set(targets[at]?.steps.map(({ id }) => id));
    const all = LINKS.flatMap(({ steps }) => Object.keys(steps));
    expect([...walked(1)]).toEqual(all.filter((id) => !ELSEWHERE.test(id)));
    expect([...walked(2)].filter((id) => ELSEWHERE.test(id))).toEqual(["bus-exists", "bus-policy", "bus-senders"]);
    expect([...walked(0)].filter((id) => /^(topic|subscription)/.test(id))).toEqual(["topic-exists"]);
    expect(states).toMatchObject([
      { id: "states-listed", verdict: "pass", evidence: "3 states were listed, 0 of them of no active target." },
    ]);
  });

  test.each(FAULTS)("finds that %s, and nothing else", async (_, fault, id, expected) => {
    const undo = await fault(fleet.accountOf(id));
    const audit = await fleet.audited();
    await undo();
    expect(findingsOf(audit)).toEqual(expected.map((finding) => `${stackOf(id)} ${finding}`));
  });

  test("finds nothing after all that was taken back", async () => {
    expect(findingsOf(await fleet.audited())).toEqual([]);
  });

  test("finds a hub's topic that is gone, at the hub and at its member", async () => {
    const undo = await topicFaults.deleted(fleet.accountOf(security));
    const audit = await fleet.audited();
    await undo();
    expect(findingsOf(audit)).toEqual([payments, security].map((id) => `${stackOf(id)} fail topic-exists`));
  });

  test("finds a subscription that nobody confirmed", async () => {
    const undo = await topicFaults.pending(fleet.accountOf(data));
    const endpoint = { protocol: "https", endpoint: "https://alerts.acme.example/pending" };
    const audit = await fleet.audited(
      [],
      fleet.configWith({ "accounts[1].subscriptions": [{ protocol: "sqs", endpoint: queueTemplate }, endpoint] }),
    );
    await undo();
    expect(findingsOf(audit)).toEqual([`${stackOf(data)} fail subscription-confirmed`]);
  });

  test("finds that chat does not hear, and that its subscription waits", async () => {
    const channel = { type: "slack", workspaceId: "T0123456789", channelId: "C0123456789" };
    const chat = [{ ...channel, roleArn: "arn:aws:iam::{account}:role/chat" }];
    const withChat = fleet.configWith({ "accounts[0].chat": chat, "accounts[1].chat": chat });
    const expected = [data, payments].map((id) => `${stackOf(id)} fail chat-subscribed`).sort();
    expect(findingsOf(await fleet.audited([], withChat))).toEqual(expected);
    const undo = await topicFaults.chatPending(fleet.accountOf(data));
    const { targets } = await fleet.audited(["--only", data], withChat);
    await undo();
    expect(targets[0]?.steps.find(({ id }) => id === "chat-subscribed")?.evidence).toBe(
      "The endpoint of chat waits for its confirmation.",
    );
  });

  test("finds the state of an account that no config names", async () => {
    const undo = await strayState(fleet.accountOf(security));
    const audit = await fleet.audited();
    await undo();
    expect(findingsOf(audit)).toEqual(["fleet fail state-without-target"]);
    expect(audit.fleet).toMatchObject([{}, { evidence: "666666666666 in eu-west-1: it holds aws_sns_topic.alerts." }]);
  });

  test("finds what an account left behind that has vanished from the config, or that has retired and is not destroyed", async () => {
    const [member, own, hub] = config.accounts;
    const vanished = fleet.configWith({ accounts: [own, hub] });
    expect(findingsOf(await fleet.audited([], vanished))).toEqual([
      "fleet fail state-without-target",
      `${stackOf(security)} warn topic-publishers`,
    ]);
    const retired = fleet.configWith({ accounts: [own, hub], retired: [{ ...member, topic: {} }] });
    expect(findingsOf(await fleet.audited([], retired))).toEqual([
      "fleet fail state-of-retired",
      `${stackOf(security)} warn topic-publishers`,
    ]);
  });

  test("of a wave tells of its targets alone", async () => {
    const rollout = { waves: [{ name: "canary", accounts: [data] }] };
    const { targets, fleet: states } = await fleet.audited(["--wave", "1"], fleet.configWith({ rollout }));
    expect(targets.map(({ stackId }) => stackId)).toEqual([stackOf(data)]);
    expect(states).toEqual([]);
  });

  test("of one account tells of that account, and asks its hub for the topic", async () => {
    const { targets, fleet: states } = await fleet.audited(["--only", payments]);
    expect(targets.map(({ stackId }) => stackId)).toEqual([stackOf(payments)]);
    expect(targets[0]?.steps).toContainEqual(
      expect.objectContaining({ id: "topic-exists", verdict: "pass", evidence: "The hub has the topic." }),
    );
    expect(states).toEqual([]);
  });
});
