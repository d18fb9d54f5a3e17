import { GetRoleCommand } from "@aws-sdk/client-iam";
import { actionsIn } from "../../modules/access/need";
import { RESOURCE_NEEDS } from "../../modules/access/needs/resources";
import type { Raw } from "../support/fleet";
import { boundaryOf, rolesOf } from "../support/roles";
import { targetsOf } from "../support/targets";
import { openAccount } from "./lab/accounts";
import { describeLab } from "./lab/describe";
import { type Emulator, startEmulator } from "./lab/emulator";
import { emulatedEnvironment } from "./lab/environment";
import { createBoundary } from "./lab/roles";
import { type RunningProvider, startProvider } from "./lab/running-provider";
import { data, fleetConfig, logGroup, management, payments, prepareTarget, queueTemplate } from "./support/fleet";
import { type Grant, grantsOf } from "./support/grants";
import { GrownStack } from "./support/grown-stack";

jest.setTimeout(600_000);

/** A hub that has one of all that a stack can hold, with roles that are bounded, and a member of it, whose role is not. */
const config: Raw = fleetConfig(
  { url: "http://127.0.0.1" },
  {
    state: { type: "local" },
    defaults: { tags: { owner: "security" }, fastPath: true },
    accounts: [
      {
        id: payments,
        name: "payments",
        permissionsBoundary: "keys/keywatch-boundary",
        trail: { create: {} },
        liveness: true,
        dashboard: true,
        queries: true,
        subscriptions: [
          { protocol: "sqs", endpoint: queueTemplate },
          {
            protocol: "firehose",
            endpoint: "arn:aws:firehose:{region}:{account}:deliverystream/alerts",
            subscriptionRoleArn: "arn:aws:iam::{account}:role/firehose",
          },
        ],
      },
      { id: data, name: "data", trail: { logGroup }, topic: { hub: payments } },
    ],
  },
);

/** What the emulator does not have: chat channels, StackSets, and roles that AWS makes of itself. */
const NOT_EMULATED = / (chatbot|cloudformation|organizations):| iam:CreateServiceLinkedRole$|^PassRole(Slack|Teams) /;

const rolesIn = (account: string) =>
  rolesOf(config, "deploy", "plan", "--account", account, "--trust", `arn:aws:iam::${management.account}:root`);
/** The same grant where roles are not bounded. */
const unbounded = (grant: Grant): Grant => grant.replace(/^(Make)?BoundedRoles /, "Roles ");
const sorted = (grants: Iterable<Grant>): Grant[] => [...new Set(grants)].sort();

/*
 * Each job begins with a role that may do nothing, but for what another job has shown to be needed, and is done again and again
 * with what it failed for. So nothing is granted that is not needed: its job was seen to fail without it.
 */
describeLab("a role that is grown from nothing is the documented one", () => {
  const hub = rolesIn(payments);
  const member = rolesIn(data);
  const reading = grantsOf(hub.plan);
  let aws: Emulator;
  let provider: RunningProvider;
  const open = async (account: string): Promise<GrownStack> => {
    const ground = await prepareTarget(aws, { account, region: "eu-west-1" });
    return GrownStack.open(ground, targetsOf(config), provider, Object.values(rolesIn(account)));
  };

  beforeAll(async () => {
    aws = await startEmulator({ kind: "ministack", auth: true, tls: true });
    provider = await startProvider(emulatedEnvironment(aws, management));
  });
  afterAll(async () => {
    provider?.stop();
    await aws?.stop();
  });

  describe("in the account of a hub", () => {
    const place = { account: payments, region: "eu-west-1" };
    let stack: GrownStack;
    let changing: Grant[];
    let ending: Grant[];

    beforeAll(async () => {
      await createBoundary(openAccount(aws, place), boundaryOf(config, "--account", payments));
      stack = await open(payments);
      await stack.makeEarlier();
    });

    test("to plan the stack, with what was changed by hand", async () => {
      expect(await stack.needs("plan", hub.plan, [])).toEqual(sorted(reading));
    });

    test("to change the stack, and put back what was changed by hand", async () => {
      changing = await stack.needs("change", hub.deploy, reading);
      expect(changing).not.toEqual([]);
    });

    test("which bounds the roles that were made before", async () => {
      const { iam } = openAccount(aws, place);
      const roles = ["trail", "beat"].map((what) => `keywatch-${payments}-eu-west-1-${what}`);
      const found = await Promise.all(roles.map((RoleName) => iam.send(new GetRoleCommand({ RoleName }))));
      const boundary = `arn:aws:iam::${payments}:policy/keys/keywatch-boundary`;
      expect(found.map(({ Role }) => Role?.PermissionsBoundary?.PermissionsBoundaryArn)).toEqual([boundary, boundary]);
    });

    test("to destroy the stack", async () => {
      ending = await stack.needs("destroy", hub.deploy, reading);
      expect(ending).not.toEqual([]);
    });

    test("to make the stack, and with all of this", async () => {
      const making = await stack.needs("make", hub.deploy, [...reading, ...ending, ...changing]);
      expect(sorted([...reading, ...changing, ...ending, ...making])).toEqual(sorted(grantsOf(hub.deploy)));
    });
  });

  test("in the account of a member, to make what a hub does not have", async () => {
    const ofHub = grantsOf(hub.deploy).map(unbounded);
    const known = grantsOf(member.deploy).filter((grant) => ofHub.includes(grant));
    const making = await (await open(data)).needs("make", member.deploy, known);
    expect(sorted([...known, ...making])).toEqual(sorted(grantsOf(member.deploy)));
  });
});

test("everything that stacks ask for is tried, but for what the emulator does not have", () => {
  const tried = [payments, data].flatMap((account) => grantsOf(rolesIn(account).deploy));
  const all = Object.values(RESOURCE_NEEDS)
    .flat()
    .flatMap((need) => actionsIn(need).map((action) => `${need.scope.sid} ${action}`));
  const left = sorted(all).filter((grant) => !tried.includes(grant));
  expect(left.filter((grant) => !NOT_EMULATED.test(grant))).toEqual([]);
});
