import { prove } from "../../modules/proof";
import { withChange, withStatements } from "../support/synthesized";
import { TOPOLOGIES, type Topology } from "./topologies";
import { ALARM_WAYS } from "./ways/alarm";
import { KEY_WAYS } from "./ways/key";
import { TOPIC_WAYS } from "./ways/topic";
import { KEY, PUBLISH, refused, statement, TOPIC, TOPIC_POLICY, USE, unmet, type Way } from "./ways/way";

const described = (ways: readonly Way[]) =>
  ways.map(([what, change, link, address, problem]) => ({ what, change, link, address, problem }));

describe.each(TOPOLOGIES)("with $name,", (topology) => {
  const alarm = topology.paths.filter(({ stack }) => stack === topology.member);

  test("nothing is broken or open as it is", () => {
    expect(prove(topology.stacks)).toEqual({ broken: [], unproven: [], proven: topology.paths.length });
  });

  test.each(described(ALARM_WAYS))("$what: the one path is lost", ({ change, link, address, problem }) => {
    const proof = prove(change(topology));
    expect(proof.broken).toEqual([{ link, at: { stack: topology.member, address }, problem, paths: alarm }]);
    expect(proof.proven).toBe(topology.paths.length - 1);
  });

  test.each(described([...TOPIC_WAYS, ...KEY_WAYS]))(
    "$what: every path is lost",
    ({ change, link, address, problem }) => {
      const proof = prove(change(topology));
      expect(proof.broken).toEqual([{ link, at: { stack: topology.hub, address }, problem, paths: topology.paths }]);
      expect(proof.proven).toBe(0);
    },
  );
});

describe("with a hub,", () => {
  const hub = TOPOLOGIES.find(({ name }) => name === "a hub") as Topology;
  const [first, second] = hub.paths;

  test.each([
    ["the hub's stack is not there", hub.stacks.filter(({ id }) => id !== hub.hub)],
    ["the hub's topic has another name", withChange(hub.stacks, hub.hub, `resource.${TOPIC}.name`, "other")],
  ])("where %s, every member tells that nobody makes the topic", (_, stacks) => {
    expect(prove(stacks).broken).toEqual(
      hub.paths.map((path) => ({
        link: "topic",
        at: { stack: path.stack, address: path.address },
        problem: { kind: "not-made", arn: hub.topicArn },
        paths: [path],
      })),
    );
  });

  test.each([
    ["topic policy", TOPIC_POLICY, "AlarmsPublish", PUBLISH],
    ["key policy", KEY, "AlarmsUse", USE],
  ])("a %s that leaves out one member loses the path of that one alone", (link, address, Sid, actions) => {
    const stacks = withStatements(
      hub.stacks,
      hub.hub,
      `resource.${address}.policy`,
      statement(Sid, { Condition: { StringEquals: { "aws:SourceAccount": [first?.account] } } }),
    );
    const refusal = unmet(Sid, "StringEquals", "aws:SourceAccount");
    expect(prove(stacks)).toEqual({
      broken: [{ link, at: { stack: hub.hub, address }, problem: refused(actions, refusal), paths: [second] }],
      unproven: [],
      proven: 1,
    });
  });
});
