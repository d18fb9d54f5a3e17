import type { Account } from "../e2e/lab/accounts";
import { describeLab } from "../e2e/lab/describe";
import { type Emulator, startEmulator } from "../e2e/lab/emulator";
import { allow } from "../e2e/lab/roles";
import { payments } from "../e2e/support/fleet";
import {
  actionsOf,
  disable,
  Guarded,
  guardedFleet,
  redescribe,
  rolesFor,
  toKeys,
  without,
} from "../e2e/support/guarded";
import type { Changes } from "../support/fleet";

jest.setTimeout(180_000);

const PLAN_ROLE = `arn:aws:iam::${payments}:role/keywatch-plan`;

/** A job that comes after a stack was made: what is different by then, and the one resource that is worked on. */
interface Later {
  readonly address: string;
  readonly config?: Changes;
  readonly byHand?: (account: Account) => Promise<void>;
  readonly destroys?: boolean;
}

const ALARM = "aws_cloudwatch_metric_alarm.cis_4_7";
const FILTER = "aws_cloudwatch_log_metric_filter.cis_4_7";
const TOPIC = "aws_sns_topic.alerts";
const SUBSCRIPTION = "aws_sns_topic_subscription.sqs_d1cf7a5e";
const KEY = "aws_kms_key.alerts";

const OTHER_TAGS = { "defaults.tags": { team: "security" } };
const OTHER_KEEPERS = { "defaults.breakGlassRoles": ["arn:aws:iam::{account}:role/break-glass"] };

/** The actions that no stack needs while it is made, each with a job that needs it. */
const LATER: Readonly<Record<string, Later>> = {
  "cloudwatch:TagResource": { address: ALARM, config: OTHER_TAGS },
  "cloudwatch:UntagResource": { address: ALARM, config: OTHER_TAGS },
  "cloudwatch:DeleteAlarms": { address: ALARM, destroys: true },
  "logs:DeleteMetricFilter": { address: FILTER, destroys: true },
  "sns:SetTopicAttributes": { address: TOPIC, config: { "defaults.topic.displayName": "Key alerts" } },
  "sns:TagResource": { address: TOPIC, config: OTHER_TAGS },
  "sns:UntagResource": { address: TOPIC, config: OTHER_TAGS },
  "sns:DeleteTopic": { address: TOPIC, destroys: true },
  "sns:SetSubscriptionAttributes": {
    address: SUBSCRIPTION,
    config: { "defaults.subscriptions[0].rawMessageDelivery": true },
  },
  "sns:Unsubscribe": { address: SUBSCRIPTION, destroys: true },
  "kms:PutKeyPolicy": { address: KEY, config: OTHER_KEEPERS },
  "kms:EnableKey": { address: KEY, byHand: (account) => toKeys(account, disable) },
  "kms:UpdateKeyDescription": { address: KEY, byHand: (account) => toKeys(account, redescribe) },
  "kms:TagResource": { address: KEY, config: OTHER_TAGS },
  "kms:UntagResource": { address: KEY, config: OTHER_TAGS },
  "kms:ScheduleKeyDeletion": { address: KEY, destroys: true },
};

/** A stack is made in half the time where it has no key. */
const STACKS = [
  { stack: "a stack without a key", changes: { "defaults.topic": { encryption: "none" } }, of: /^(?!kms:)/ },
  { stack: "a stack with a key", changes: {}, of: /^kms:/ },
] as const;

describe.each(STACKS)("$stack", ({ changes, of }) => {
  const written = rolesFor(guardedFleet({ url: "http://127.0.0.1" }, changes));
  const actions = (kind: "deploy" | "plan") => actionsOf(written[kind]).filter((action) => of.test(action));
  const [later, making] = [true, false].map((isLater) =>
    actions("deploy").filter((action) => Object.hasOwn(LATER, action) === isLater),
  ) as [string[], string[]];

  describeLab("with one action taken away", () => {
    let aws: Emulator;
    const config = (further: Changes = {}) => guardedFleet(aws, { ...changes, ...further });

    beforeAll(async () => {
      aws = await startEmulator({ kind: "ministack", auth: true });
    });
    afterAll(() => aws?.stop());

    test.each(making)("is not made without %s", async (action) => {
      const roles = rolesFor(config());
      const guarded = await Guarded.open(aws, { ...roles, deploy: without(roles.deploy, action) });
      await expect((await guarded.stack(config())).apply()).rejects.toThrow(refusal(action));
    });

    describe("after it was made", () => {
      let guarded: Guarded;

      beforeAll(async () => {
        guarded = await Guarded.open(aws, rolesFor(config()));
        await (await guarded.stack(config())).apply();
      });

      test.each(actions("plan"))("is not planned without %s", async (action) => {
        const { plan } = rolesFor(config());
        await allow(guarded.account, without(plan, action));
        await expect((await guarded.stack(config(), PLAN_ROLE)).plan()).rejects.toThrow(refusal(action));
      });

      test.each(later)("is not kept without %s", async (action) => {
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

/** What AWS says to who lacks an action. */
const refusal = (action: string): RegExp => new RegExp(`is not authorized to perform: ${action} `, "i");
