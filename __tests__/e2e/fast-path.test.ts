import { ListTargetsByRuleCommand, PutEventsCommand, TestEventPatternCommand } from "@aws-sdk/client-eventbridge";
import { GetQueueAttributesCommand, GetQueueUrlCommand } from "@aws-sdk/client-sqs";
import { ANY_ALERT, EVENT_ALERTS, eventOf, matchesEvent, renderMessage } from "../../modules/events";
import type { Target, TargetRule } from "../../modules/fleet";
import { targetsOf } from "../support/targets";
import { type Account, openAccount } from "./lab/accounts";
import { receive } from "./lab/alert";
import { describeLab } from "./lab/describe";
import { type Emulator, startEmulator } from "./lab/emulator";
import { emulatedEnvironment } from "./lab/environment";
import { createLogGroup, createQueue, type Queue } from "./lab/ground";
import { LocalFleet } from "./support/local-fleet";

const region = "eu-west-1";
const [member, security] = ["111111111111", "999999999999"] as const;
const stackIdOf = (account: string) => `keywatch-${account}-${region}`;

/** A member that sends its events to a hub, and the hub, whose own events are told too. */
const fleet = {
  name: "keywatch",
  defaults: {
    regions: [region],
    role: "arn:aws:iam::{account}:role/keywatch-deploy",
    trail: { logGroup: "trail" },
    topic: { hub: security },
    fastPath: true,
  },
  accounts: [
    { id: member, name: "payments" },
    {
      id: security,
      name: "security",
      topic: {},
      subscriptions: [{ protocol: "sqs", endpoint: "arn:aws:sqs:{region}:{account}:alerts" }],
      controls: { "cis-4.7": false },
    },
  ],
};

const KEY = `arn:aws:kms:${region}:${member}:key/1234abcd-12ab-34cd-56ef-1234567890ab`;
const call = (account: string, eventName: string, changes: object = {}) =>
  eventOf({
    eventSource: "kms.amazonaws.com",
    eventTime: "2026-11-24T09:16:12Z",
    awsRegion: region,
    recipientAccountId: account,
    ...{
      eventName,
      eventID: "0e4b8a1c-5d3f-4a6b-9c7d-2e1f3a4b5c6d",
      userIdentity: { type: "AssumedRole", arn: `arn:aws:sts::${account}:assumed-role/admin/mallory` },
      sourceIPAddress: "192.0.2.7",
      userAgent: 'curl "<key>"\n',
      requestParameters: { keyId: KEY },
      responseElements: { keyId: KEY, deletionDate: "Dec 1, 2026, 9:16:12 AM" },
      ...changes,
    },
  });
const DENIED = { errorCode: "AccessDenied", errorMessage: 'User "mallory" is not authorized', responseElements: null };

jest.setTimeout(180_000);

describeLab("the fast path", () => {
  const accounts = new Map<string, Account>();
  let aws: Emulator;
  let queue: Queue;
  let local: LocalFleet;
  let targets: readonly Target[];

  const accountOf = (id: string) => accounts.get(id) as Account;
  const targetOf = (id: string) => targets.find(({ account }) => account.id === id) as Target;

  beforeAll(async () => {
    aws = await startEmulator({ kind: "ministack" });
    for (const id of [member, security]) {
      const account = openAccount(aws, { account: id, region });
      await createLogGroup(account, "trail");
      accounts.set(id, account);
    }
    queue = await createQueue(accountOf(security), "alerts");
    targets = targetsOf(fleet);
    local = new LocalFleet("fast-path", emulatedEnvironment(aws, { account: security, region }));
    local.synth(targets);
    for (const id of [security, member]) await (await local.stack(stackIdOf(id))).apply();
  });
  afterAll(() => aws?.stop());

  test.each([member, security])("of %s has nothing left to plan once it is applied", async (id) => {
    expect(await (await local.stack(stackIdOf(id))).planned()).toEqual([]);
  });

  describe.each([
    ["an account's own events", false, "default", security],
    ["events on the bus of the hub", true, "keywatch-keys", member],
  ] as const)("for %s", (_, onHubBus, bus, account) => {
    const put = async (event: ReturnType<typeof call>) => {
      const { FailedEntryCount } = await accountOf(security).events.send(
        new PutEventsCommand({
          Entries: [
            {
              EventBusName: bus,
              Source: event.source,
              DetailType: event["detail-type"],
              Detail: JSON.stringify(event.detail),
              Time: new Date(event.time),
            },
          ],
        }),
      );
      expect(FailedEntryCount).toBe(0);
    };

    test.each([
      ["ScheduleKeyDeletion", {}, "key-deletion-scheduled"],
      ["DisableKey", {}, "key-disabled"],
      ["DisableKey", DENIED, "key-attempt-refused"],
      ["CancelKeyDeletion", {}, "key-rescued"],
    ])("%s %j arrives as the promised message", async (eventName, changes, id) => {
      const event = call(account, eventName, changes);
      await put(event);
      const { Message, TopicArn } = await receive(accountOf(security), queue);
      const rule = targetOf(security).fastPath?.rules.find(
        (one) => one.onHubBus === onHubBus && one.name === `keywatch-${id}`,
      ) as TargetRule;
      // the emulator sends every event now, and in the name of the account whose bus it is
      const sent = { ...event, account: security, time: JSON.parse(Message).time };
      expect(JSON.parse(Message)).toEqual(JSON.parse(renderMessage(rule.message, sent)));
      expect(TopicArn).toBe(`arn:aws:sns:${region}:${security}:KMSCustomerKeyEvents`);
    });

    test("nothing else arrives", async () => {
      await put(call(account, "Decrypt"));
      await put(call(account, "EnableKey"));
      expect(JSON.parse((await receive(accountOf(security), queue)).Message).call).toBe("EnableKey");
    });
  });

  test("the member's events go to the hub's bus, by a role", async () => {
    const { Targets } = await accountOf(member).events.send(new ListTargetsByRuleCommand({ Rule: "keywatch-relay" }));
    expect(Targets).toEqual([
      {
        Id: "hub",
        Arn: `arn:aws:events:${region}:${security}:event-bus/keywatch-keys`,
        RoleArn: `arn:aws:iam::${member}:role/keywatch-${member}-${region}-relay`,
        DeadLetterConfig: { Arn: `arn:aws:sqs:${region}:${member}:keywatch-undelivered` },
      },
    ]);
  });

  test.each([member, security])("what %s cannot deliver is kept, encrypted, for 14 days", async (id) => {
    const { sqs } = accountOf(id);
    const { QueueUrl } = await sqs.send(new GetQueueUrlCommand({ QueueName: "keywatch-undelivered" }));
    const { Attributes } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ["All"] }));
    expect(Attributes).toMatchObject({ MessageRetentionPeriod: "1209600", SqsManagedSseEnabled: "true" });
  });

  test("AWS's own test of patterns agrees with Keywatch's", async () => {
    const events = ["DisableKey", "ScheduleKeyDeletion", "DeleteImportedKeyMaterial", "EnableKey", "Decrypt"].flatMap(
      (name) => [call(member, name), call(member, name, DENIED)],
    );
    const native = ["KMS CMK Deletion", "KMS Imported Key Material Expiration", "KMS CMK Rotation"].map((type) => ({
      ...call(member, "x"),
      "detail-type": type,
      detail: { "key-id": "1234abcd" },
    }));
    for (const { pattern } of [...EVENT_ALERTS, { pattern: ANY_ALERT }]) {
      for (const event of [...events, ...native]) {
        const { Result } = await accountOf(member).events.send(
          new TestEventPatternCommand({
            EventPattern: JSON.stringify(pattern),
            Event: JSON.stringify({ id: "1", version: "0", resources: [], ...event }),
          }),
        );
        expect([pattern, event, Result]).toEqual([pattern, event, matchesEvent(pattern, event)]);
      }
    }
  });
});
