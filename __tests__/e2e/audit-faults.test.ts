import type { Audit } from "../../modules/cli/audit";
import { keywatchAsync } from "../support/keywatch";
import { describeLab } from "./lab/describe";
import { type Emulator, startEmulator } from "./lab/emulator";
import { type FaultProxy, type Misbehaviour, type ProxiedCall, startFaultProxy } from "./lab/fault-proxy";
import {
  type AuditedFleet,
  deployFleet,
  findingsOf,
  fleetActions,
  ids,
  security,
  stackOf,
} from "./support/audited-fleet";
import { data, payments } from "./support/fleet";

const of =
  (account: string, service?: string) =>
  (call: ProxiedCall): boolean =>
    call.account === account && (service === undefined || call.service === service);

/** What happens to all calls of an account, and the row that comes of it. */
const SILENT: readonly (readonly [string, Misbehaviour, string, (call: ProxiedCall) => boolean, object])[] = [
  [
    "its role cannot be assumed",
    "refuses",
    "120",
    ({ action, account }) => action === "AssumeRole" && account === data,
    { kind: "denied", message: "AccessDenied: by the test" },
  ],
  ["it never answers", "hangs", "5", of(data), { kind: "timeout" }],
];

/** What happens to the calls of one service, and the steps that could not be told. */
const DEAF: readonly (readonly [string, Misbehaviour, string, readonly string[], RegExp])[] = [
  ["fails", "fails", "monitoring", ["alarm-delivered", "alarm-exists", "dashboard-exists"], /./],
  ["throttles", "throttles", "cloudtrail", ["trail-feeds-log-group"], /Throttl/],
  ["breaks in the middle of an answer", "breaks", "logs", ["filter-exists", "log-group-exists", "queries-saved"], /./],
  ["refuses", "refuses", "kms", ["log-group-key", "topic-key-state"], /./],
];

jest.setTimeout(300_000);

describeLab("an audit of a fleet with an account that does not answer", () => {
  let aws: Emulator;
  let proxy: FaultProxy;
  let fleet: AuditedFleet;

  beforeAll(async () => {
    aws = await startEmulator({ kind: "ministack" });
    fleet = await deployFleet(aws);
    proxy = await startFaultProxy(aws.url);
    process.env.AWS_ENDPOINT_URL = proxy.url;
  });
  afterEach(() => proxy.calm());
  afterAll(() => {
    proxy?.stop();
    return aws?.stop();
  });

  test("through the proxy finds nothing in a fleet that is in order", async () => {
    const audit = await fleet.audited();
    expect(audit.complete).toBe(true);
    expect(findingsOf(audit)).toEqual([]);
  });

  test("makes the calls that its page lists, each once, and no other", () => {
    const asked = proxy.calls
      .filter(({ account, service }) => ids.includes(account) && service !== "sts" && service !== "s3")
      .map(({ account, service, action }) => ({
        account,
        action: `${service === "monitoring" ? "cloudwatch" : service}:${action}`,
      }));
    expect([...new Set(asked.map(({ action }) => action))].sort()).toEqual(fleetActions);
    const ofData = asked.filter(({ account }) => account === data).map(({ action }) => action);
    const twice = ofData.filter((action, at) => !action.startsWith("events:") && ofData.indexOf(action) !== at);
    expect(twice).toEqual(["kms:DescribeKey"]); // the keys of topic and log group
  });

  test.each(SILENT)("where %s: its row says why, all others are audited", async (_, how, timeout, when, fault) => {
    proxy.misbehave(how, when);
    const audit = await fleet.audited(["--timeout", timeout]);
    expect(audit.complete).toBe(false);
    expect(rowOf(audit, data)).toMatchObject({ steps: [], fault });
    expect(findingsOf(audit)).toEqual([]);
    for (const id of [payments, security]) expect(rowOf(audit, id)?.steps.length).toBeGreaterThan(10);
  });

  test.each(DEAF)(
    "whose service %s: its steps are unknown, all others are judged",
    async (_, how, service, steps, why) => {
      proxy.misbehave(how, of(data, service));
      const audit = await fleet.audited();
      expect(audit.complete).toBe(false);
      expect([...new Set(findingsOf(audit))]).toEqual(steps.map((step) => `${stackOf(data)} unknown ${step}`));
      const unknown = rowOf(audit, data)?.steps.filter(({ verdict }) => verdict === "unknown") ?? [];
      expect(unknown.map(({ evidence }) => evidence)).toEqual(unknown.map(() => expect.stringMatching(why)));
    },
  );

  test.each<Misbehaviour>(["fails", "throttles", "breaks"])(
    "once %s: it is asked again, and nobody notices",
    async (how) => {
      for (const service of ["monitoring", "logs", "sns"]) proxy.misbehave(how, of(data, service), 2);
      const audit = await fleet.audited();
      expect(audit.complete).toBe(true);
      expect(findingsOf(audit)).toEqual([]);
    },
  );

  test("a hub that does not answer leaves its member's topic unknown", async () => {
    proxy.misbehave("refuses", ({ action, account }) => action === "AssumeRole" && account === security);
    const audit = await fleet.audited();
    expect(findingsOf(audit)).toEqual([`${stackOf(payments)} unknown topic-exists`]);
    expect(rowOf(audit, security)).toMatchObject({ fault: { kind: "denied" } });
  });

  test("a bucket of states that does not answer is a step of the fleet", async () => {
    const config = fleet.configWith({ "state.endpoints.s3": proxy.url });
    proxy.misbehave("refuses", ({ service }) => service === "s3");
    const audit = await fleet.audited([], config);
    expect(findingsOf(audit)).toEqual(["fleet unknown states-listed"]);
  });

  test("a bucket of states that hangs ends with the time of a target", async () => {
    const config = fleet.configWith({ "state.endpoints.s3": proxy.url });
    proxy.misbehave("hangs", ({ service }) => service === "s3");
    const audit = await fleet.audited(["--timeout", "2"], config);
    expect(findingsOf(audit)).toEqual(["fleet unknown states-listed"]);
  });

  test("an interruption ends what is under way, and tells what was answered", async () => {
    const controller = new AbortController();
    proxy.misbehave("hangs", (call) => {
      if (!of(data)(call)) return false;
      setTimeout(() => controller.abort("SIGINT"), 1000);
      return true;
    });
    const args = ["audit", "--json", "--config", fleet.configWith({})];
    const { code, out } = await keywatchAsync(args, process.env, () => controller.signal);
    expect(code).toBe(1);
    expect(rowOf(JSON.parse(out), data)).toMatchObject({ steps: [], fault: { kind: "interrupted" } });
    expect(rowOf(JSON.parse(out), security)?.fault).toBeUndefined();
  });

  test("people are told that the result is partial, with the reason first", async () => {
    proxy.misbehave("refuses", ({ action, account }) => action === "AssumeRole" && account === data);
    const { code, out } = await fleet.run();
    expect(code).toBe(1);
    expect(out).toMatch(
      `*NOT ASKED*  ${stackOf(data)}\n  AccessDenied: by the test\n  to mend it: Give the role what \`keywatch permissions\` lists for it.\n`,
    );
    expect(out).toMatch(
      /2 of 3 targets audited: 0 fail, 0 unknown, 0 warn, \d+ pass\.\nThe result is partial: 1 target could not be asked\.\n$/,
    );
  });
});

const rowOf = ({ targets }: Audit, account: string) => targets.find(({ stackId }) => stackId === stackOf(account));
