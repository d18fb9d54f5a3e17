import { RESOURCE_NEEDS } from "../../modules/access/needs/resources";
import { describeLab } from "../e2e/lab/describe";
import { type Emulator, startEmulator } from "../e2e/lab/emulator";
import { allow } from "../e2e/lab/roles";
import { data, payments } from "../e2e/support/fleet";
import { actionsOf, Guarded, guardedFleet, rolesFor, without } from "../e2e/support/guarded";
import type { Changes } from "../support/fleet";
import { LATER, type Later } from "./later";

jest.setTimeout(240_000);

const PLAN_ROLE = `arn:aws:iam::${payments}:role/keywatch-plan`;

/**
 * What the emulator does not ask. On AWS whoever hands a role to a service needs `iam:PassRole` for it.
 *
 * Source: IAM User Guide, "Grant a user permissions to pass a role to an AWS service".
 */
const UNASKED = ["iam:PassRole"];

/** What puts back a schedule that somebody changed by hand; no setting changes one. The provider's update is one call. */
const UNTRIED = ["scheduler:UpdateSchedule"];

/** What the emulator does not have: chat channels, StackSets, saved queries, and a role that AWS makes of itself. */
const NOT_EMULATED = /^(chatbot|cloudformation|organizations):|QueryDefinitions?$|^iam:CreateServiceLinkedRole$/;

const withoutKey = { "defaults.topic": { encryption: "none" } };

/** Stacks that need all actions between them, each with those that it is tried for. */
const STACKS: readonly { readonly stack: string; readonly changes: Changes; readonly of: RegExp }[] = [
  { stack: "a stack without a key", changes: withoutKey, of: /./ },
  { stack: "a stack with a key", changes: {}, of: /^kms:/ },
  {
    stack: "the stack of a hub with the fast path",
    changes: {
      ...withoutKey,
      "defaults.fastPath": true,
      "accounts[1]": { id: data, name: "data", regions: ["eu-west-1"], topic: { hub: payments } },
    },
    of: /^(events|sqs):/,
  },
  {
    stack: "a stack that makes its trail",
    changes: { ...withoutKey, "defaults.trail": { create: {} } },
    of: /^(cloudtrail|s3|iam):|^kms:.*Alias|^logs:.*([Tt]ag|LogGroup$|Retention|KmsKey)/,
  },
  {
    stack: "a stack with a heartbeat and a dashboard",
    changes: { ...withoutKey, "defaults.liveness": true, "defaults.dashboard": true },
    of: /^scheduler:|Dashboard/,
  },
];

describe.each(STACKS)("$stack", ({ changes, of }) => {
  const written = rolesFor(guardedFleet({ url: "http://127.0.0.1" }, changes));
  const asked = (kind: "deploy" | "plan") =>
    actionsOf(written[kind]).filter((action) => of.test(action) && ![...UNASKED, ...UNTRIED].includes(action));
  const isLater = (action: string) => Object.hasOwn(LATER, action);

  describeLab("with one action taken away", () => {
    let aws: Emulator;
    const config = (further: Changes = {}) => guardedFleet(aws, { ...changes, ...further });

    beforeAll(async () => {
      aws = await startEmulator({ kind: "ministack", auth: true, tls: true });
    });
    afterAll(() => aws?.stop());

    test.each(asked("deploy").filter((action) => !isLater(action)))("is not made without %s", async (action) => {
      const roles = rolesFor(config());
      const guarded = await Guarded.open(aws, { ...roles, deploy: without(roles.deploy, action) });
      const stack = await guarded.stack(config());
      await expect(stack.apply(`-target=${guarded.addressNeeding(action)}`)).rejects.toThrow(refusal(action));
    });

    describe("after it was made", () => {
      let guarded: Guarded;

      beforeAll(async () => {
        guarded = await Guarded.open(aws, rolesFor(config()));
        await (await guarded.stack(config())).apply();
      });

      test.each(asked("plan"))("is not planned without %s", async (action) => {
        const { plan } = rolesFor(config());
        await allow(guarded.account, without(plan, action));
        await expect((await guarded.stack(config(), PLAN_ROLE)).plan()).rejects.toThrow(refusal(action));
      });

      test.each(asked("deploy").filter(isLater))("is not kept without %s", async (action) => {
        const { address, config: different, byHand, destroys } = LATER[action] as Later;
        const { deploy } = rolesFor(config());
        await byHand?.(guarded.account);
        await allow(guarded.account, without(deploy, action));
        const stack = await guarded.stack(config(different));
        const job = destroys ? stack.destroy(`-target=${address}`) : stack.apply(`-target=${address}`);
        await expect(job).rejects.toThrow(refusal(action));
        await allow(guarded.account, deploy);
        await (await guarded.stack(config())).apply();
      });
    });
  });
});

test("every action of the roles of an account's stack is tried, or is not asked", () => {
  const tried = STACKS.flatMap(({ changes, of }) =>
    actionsOf(rolesFor(guardedFleet({ url: "http://127.0.0.1" }, changes)).deploy).filter((action) => of.test(action)),
  );
  const all = Object.values(RESOURCE_NEEDS)
    .flat()
    .flatMap(({ read = [], write = [] }) => [...read, ...write]);
  const left = [...new Set(all)].filter((action) => !tried.includes(action));
  expect(left.filter((action) => !NOT_EMULATED.test(action))).toEqual([]);
});

/** What IAM says to who lacks an action. */
function refusal(action: string): RegExp {
  return new RegExp(`is not authorized to perform: ${action} `, "i");
}
