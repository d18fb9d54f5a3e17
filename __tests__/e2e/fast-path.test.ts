import {
  ListRulesCommand,
  ListTargetsByRuleCommand,
  PutEventsCommand,
  TestEventPatternCommand,
} from "@aws-sdk/client-eventbridge";
import { GetQueueAttributesCommand, GetQueueUrlCommand } from "@aws-sdk/client-sqs";
import { type BusEvent, EVENT_ALERTS, eventOf, matchesEvent, renderMessage } from "../../modules/events";
import type { Target, TargetRule } from "../../modules/fleet";
import { CORPUS } from "../events/corpus";
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
const factsOf = (message: string) => JSON.parse(message).metadata.additionalContext;
const DENIED = { errorCode: "AccessDenied", errorMessage: 'User "mallory" is not authorized', responseElements: null };

/** An event that KMS itself sends. */
const native = (type: string): BusEvent => ({
  ...call(member, ""),
  "detail-type": type,
  detail: { "key-id": "1234abcd-12ab-34cd-56ef-1234567890ab" },
});

/** What the deployed patterns are tried with. */
const EVENTS: readonly BusEvent[] = [
  ...CORPUS.map(({ record }) => eventOf(record)),
  ...["KMS CMK Deletion", "KMS Imported Key Material Expiration", "KMS CMK Rotation"].map(native),
];

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
    ["an account's own events", undefined, security],
    ["events on the bus of the hub", "keywatch-keys", member],
  ] as const)("for %s", (_, bus, account) => {
    const put = async (event: BusEvent) => {
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
      ["ScheduleKeyDeletion", call(account, "ScheduleKeyDeletion"), "key-deletion-scheduled"],
      [
        "ScheduleKeyDeletion of a primary that has replicas",
        call(account, "ScheduleKeyDeletion", { responseElements: { keyId: KEY, keyState: "PendingReplicaDeletion" } }),
        "key-deletion-awaits-replicas",
      ],
      ["DisableKey", call(account, "DisableKey"), "key-disabled"],
      ["a refused DisableKey", call(account, "DisableKey", DENIED), "key-attempt-refused"],
      ["CancelKeyDeletion", call(account, "CancelKeyDeletion"), "key-rescued"],
      ["a deletion that KMS itself tells of", native("KMS CMK Deletion"), "key-deleted"],
    ])("%s arrives as the promised message", async (_, event, id) => {
      await put(event);
      const { Message, TopicArn } = await receive(accountOf(security), queue);
      const rule = targetOf(security).fastPath?.rules.find(
        (one) => one.bus === bus && one.name === `keywatch-${id}`,
      ) as TargetRule;
      // the emulator sends every event now, and in the name of the account whose bus it is
      const sent = { ...event, account: security, time: factsOf(Message).time };
      expect(Message).toBe(renderMessage(rule.message, sent));
      expect(TopicArn).toBe(`arn:aws:sns:${region}:${security}:KMSCustomerKeyEvents`);
    });

    test("nothing else arrives", async () => {
      await put(call(account, "Decrypt"));
      await put(call(account, "EnableKey"));
      expect(factsOf((await receive(accountOf(security), queue)).Message).call).toBe("EnableKey");
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
        RetryPolicy: { MaximumEventAgeInSeconds: 3600, MaximumRetryAttempts: 185 },
      },
    ]);
  });

  test.each([member, security])("what %s cannot deliver is kept, encrypted, for 14 days", async (id) => {
    const { sqs } = accountOf(id);
    const { QueueUrl } = await sqs.send(new GetQueueUrlCommand({ QueueName: "keywatch-undelivered" }));
    const { Attributes } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ["All"] }));
    expect(Attributes).toMatchObject({ MessageRetentionPeriod: "1209600", SqsManagedSseEnabled: "true" });
  });

  test.each([
    [member, undefined, 1],
    [security, undefined, EVENT_ALERTS.length],
    [security, "keywatch-keys", EVENT_ALERTS.length],
  ])("patterns deployed in %s, on bus %s, match what Keywatch says", async (id, bus, count) => {
    const { events } = accountOf(id);
    const { Rules = [] } = await events.send(new ListRulesCommand({ EventBusName: bus }));
    expect(Rules).toHaveLength(count);
    for (const { EventPattern = "" } of Rules) {
      for (const event of EVENTS) {
        const { Result } = await events.send(
          new TestEventPatternCommand({
            EventPattern,
            Event: JSON.stringify({ id: "1", version: "0", resources: [], ...event }),
          }),
        );
        expect([EventPattern, event, Result]).toEqual([
          EventPattern,
          event,
          matchesEvent(JSON.parse(EventPattern), event),
        ]);
      }
    }
  });
});
