import type { Seen, SeenFastPath, SeenRole } from "../../../modules/cli/audit/seen";
import { relayPermission } from "../../../modules/events";
import type { Target } from "../../../modules/fleet";
import { busPolicy, undeliveredPolicy } from "../../../modules/monitor/fast-path/policies";
import { hubFleet } from "../../support/fleet";
import { targetsOf } from "../../support/targets";
import { findings, healthy, judged, seen, unseen } from "./healthy";

const boundary = "arn:aws:iam::111111111111:policy/keywatch-boundary";
const [member, , hub] = targetsOf(
  hubFleet({ "defaults.fastPath": true, "accounts[0].permissionsBoundary": "keywatch-boundary" }),
) as [Target, Target, Target];
const relay = member.fastPath?.relay as NonNullable<NonNullable<Target["fastPath"]>["relay"]>;
const { undelivered } = member.fastPath as NonNullable<Target["fastPath"]>;
const bus = hub.fastPath?.bus as NonNullable<NonNullable<Target["fastPath"]>["bus"]>;

/** What hangs on the hub's topic, which these looks do not have. */
const found = (target: Target, of: Seen) =>
  findings(judged(target, of).filter(({ id }) => !/^(topic|subscription)/.test(id)));

const withFastPath = (target: Target, changes: Partial<SeenFastPath>): Seen => {
  const whole = healthy(target);
  return { ...whole, fastPath: { ...(whole.fastPath as SeenFastPath), ...changes } };
};
const queueWith = (policy: object, messages = 0): Seen =>
  withFastPath(member, { queue: seen({ policy: JSON.stringify(policy), messages }) });
const busWith = (policy: object): Seen => withFastPath(hub, { bus: seen({ policy: JSON.stringify(policy) }) });
const roleWith = (changes: Partial<SeenRole>): Seen => {
  const whole = healthy(member);
  const role = whole.roles.get(relay.role);
  if (!role?.ok || !role.value) throw new Error("There is no role.");
  return { ...whole, roles: new Map([[relay.role, seen({ ...role.value, ...changes })]]) };
};
const targetsOfRelay = (target: { arn: string; role?: string; queue?: string }): Seen =>
  withFastPath(member, {
    rules: new Map([[relay.name, seen({ state: "ENABLED", pattern: relay.pattern, targets: [target] })]]),
  });
const allow = (Action: string, Resource: string) => ({ Statement: { Effect: "Allow", Action, Resource } });

test("a role that the config does not bound is not judged by its boundary", () => {
  const [unbounded] = targetsOf(hubFleet({ "defaults.fastPath": true })) as [Target];
  expect(judged(unbounded, healthy(unbounded)).filter(({ id }) => id === "role-boundary")).toEqual([]);
  expect(judged(member, healthy(member)).filter(({ id }) => id === "role-boundary")).toMatchObject([
    {
      verdict: "pass",
      evidence: `Its boundary is ${boundary}.`,
      resource: `arn:aws:iam::111111111111:role/${relay.role}`,
    },
  ]);
});

test("a member and a hub in order have no finding", () => {
  expect(found(member, healthy(member))).toEqual([]);
  expect(found(hub, healthy(hub))).toEqual([]);
});

test.each<[string, Seen, readonly string[]]>([
  ["the queue is gone", withFastPath(member, { queue: seen(undefined) }), ["fail queue-exists"]],
  ["the queue cannot be asked", withFastPath(member, { queue: unseen("denied") }), ["unknown queue-exists"]],
  [
    "the queue has no policy",
    withFastPath(member, { queue: seen({ policy: "", messages: 0 }) }),
    ["fail queue-policy"],
  ],
  [
    "the queue lets another rule alone write",
    queueWith(undeliveredPolicy(undelivered.arn, ["arn:aws:events:eu-west-1:111111111111:rule/other"])),
    ["fail queue-policy"],
  ],
  [
    "something lies in the queue",
    queueWith(undeliveredPolicy(undelivered.arn, undelivered.senders), 2),
    ["fail queue-empty"],
  ],
  [
    "the relay sends without its role",
    targetsOfRelay({ arn: relay.busArn, queue: undelivered.arn }),
    ["fail rule-target"],
  ],
  [
    "the relay keeps nothing that it cannot deliver",
    targetsOfRelay({ arn: relay.busArn, role: `arn:aws:iam::111111111111:role/${relay.role}` }),
    ["fail rule-queue"],
  ],
  ["the role is gone", { ...healthy(member), roles: new Map([[relay.role, seen(undefined)]]) }, ["fail role-exists"]],
  ["nobody may take the role", roleWith({ trust: '{"Statement":[]}' }), ["fail role-trust"]],
  [
    "any rule may take the role",
    roleWith({
      trust: JSON.stringify({
        Statement: { Effect: "Allow", Principal: { Service: "events.amazonaws.com" }, Action: "sts:AssumeRole" },
      }),
    }),
    ["warn role-trust"],
  ],
  ["the role has no boundary", roleWith({ boundary: undefined }), ["warn role-boundary"]],
  ["the role has another boundary", roleWith({ boundary: `${boundary}-2` }), ["warn role-boundary"]],
  ["the role has no policy", roleWith({ permission: seen(undefined) }), ["fail role-permission"]],
  ["the role's policy cannot be read", roleWith({ permission: unseen("denied") }), ["unknown role-permission"]],
  [
    "the role may send to another bus",
    roleWith({ permission: seen(JSON.stringify(relayPermission(`${relay.busArn}-2`))) }),
    ["fail role-permission"],
  ],
  [
    "the role may send to every bus",
    roleWith({ permission: seen(JSON.stringify(allow("events:PutEvents", "*"))) }),
    ["warn role-permission"],
  ],
])("at a member, where %s", (_, of, expected) => {
  expect(found(member, of)).toEqual(expected);
});

test.each<[string, Seen, readonly string[]]>([
  ["the bus is gone", withFastPath(hub, { bus: seen(undefined) }), ["fail bus-exists"]],
  ["the bus has no policy", withFastPath(hub, { bus: seen({ policy: "" }) }), ["fail bus-policy"]],
  ["a member is left out", busWith(busPolicy({ ...bus, senders: bus.senders.slice(1) })), ["fail bus-policy"]],
  [
    "a stranger is let in",
    busWith(busPolicy({ ...bus, senders: [...bus.senders, "666666666666"] })),
    ["warn bus-senders"],
  ],
  [
    "a stranger is let in by name",
    busWith({
      Statement: [
        ...busPolicy(bus).Statement,
        {
          Effect: "Allow",
          Principal: { AWS: "arn:aws:iam::666666666666:root" },
          Action: "events:PutEvents",
          Resource: bus.arn,
        },
      ],
    }),
    ["warn bus-senders"],
  ],
  [
    "an organization alone is let in",
    busWith({
      Statement: {
        Effect: "Allow",
        Principal: "*",
        Action: "events:PutEvents",
        Resource: bus.arn,
        Condition: { StringEquals: { "aws:PrincipalOrgID": "o-1" } },
      },
    }),
    ["fail bus-policy", "warn bus-senders"],
  ],
])("at the hub, where %s", (_, of, expected) => {
  expect(found(hub, of)).toEqual(expected);
});

test("members are held back as one finding, which names them, as strangers are", () => {
  const steps = judged(hub, busWith(busPolicy({ ...bus, senders: ["666666666666"] })));
  expect(steps.filter(({ id }) => /^bus-/.test(id)).map(({ evidence }) => evidence)).toEqual([
    `${bus.arn} exists.`,
    "A member may not events:PutEvents: StringEquals aws:PrincipalAccount of statement FleetSends leaves it out. " +
      "Held back: arn:aws:iam::111111111111:root, arn:aws:iam::222222222222:root.",
    "The config does not let send: 666666666666.",
  ]);
});

describe("at a hub to which an organization sends", () => {
  const open = { ...bus, organization: "o-acme123456" };
  const opened: Target = { ...hub, fastPath: hub.fastPath && { ...hub.fastPath, bus: open } };

  test("nothing is found where it may", () => {
    expect(found(opened, busWith(busPolicy(open)))).toEqual([]);
  });

  test("it is found where it may not, and where another may", () => {
    expect(found(opened, busWith(busPolicy(bus)))).toEqual(["fail bus-policy"]);
    expect(found(opened, busWith(busPolicy({ ...open, organization: "o-other98765" })))).toEqual([
      "fail bus-policy",
      "warn bus-senders",
    ]);
  });
});
