import { hubFleet } from "../support/fleet";
import { stacksOf } from "../support/stacks";

const everyRole = {
  "defaults.fastPath": true,
  "accounts[0].trail": { create: {} },
  "accounts[0].liveness": true,
  "accounts[1].liveness": true,
};
const rolesOf = (changes: object) =>
  Object.values(stacksOf(hubFleet({ ...everyRole, ...changes }))).map(({ resource }) => resource.aws_iam_role ?? {});
const boundaries = (changes: object) =>
  rolesOf(changes).map((roles) =>
    Object.fromEntries(
      Object.entries(roles as Record<string, { permissions_boundary?: string }>).map(([address, role]) => [
        address,
        role.permissions_boundary,
      ]),
    ),
  );

test("every role of every stack has the boundary of its account", () => {
  const of = (account: string) => `arn:aws:iam::${account}:policy/keywatch-boundary`;
  expect(boundaries({ "defaults.permissionsBoundary": "keywatch-boundary" })).toEqual([
    { trail: of("111111111111"), event_relay: of("111111111111"), heartbeat: of("111111111111") },
    { event_relay: of("222222222222"), heartbeat: of("222222222222") },
    {},
  ]);
});

test("an account's own boundary goes before that of defaults", () => {
  const changes = { "defaults.permissionsBoundary": "common", "accounts[1].permissionsBoundary": "own/of-data" };
  expect(boundaries(changes)[1]).toEqual({
    event_relay: "arn:aws:iam::222222222222:policy/own/of-data",
    heartbeat: "arn:aws:iam::222222222222:policy/own/of-data",
  });
});

test("without the setting no role has one", () => {
  const roles = rolesOf({}).flatMap((each) => Object.values(each));
  expect(roles).toHaveLength(5);
  for (const role of roles) expect(role).not.toHaveProperty("permissions_boundary");
});

test("a boundary is of the partition of its account", () => {
  const changes = { "defaults.regions": ["cn-north-1"], "defaults.role": undefined };
  const china = { ...changes, "defaults.permissionsBoundary": "keywatch-boundary" };
  expect(boundaries(china)[0]).toMatchObject({ trail: "arn:aws-cn:iam::111111111111:policy/keywatch-boundary" });
});
