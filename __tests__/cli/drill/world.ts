import type { Session, Sessions } from "../../../modules/cli/aws";
import type { Clock } from "../../../modules/cli/drill/clock";

/** A call as a test sees it. */
export interface WorldCall {
  readonly account: string;
  /** `CreateKey`. */
  readonly action: string;
  readonly input: Readonly<Record<string, unknown>>;
}

interface Key {
  readonly id: string;
  readonly tags: readonly { TagKey: string; TagValue: string }[];
  readonly spec: string;
  state: "Enabled" | "Disabled" | "PendingDeletion";
}

/** All that a drill can change. */
export interface Holding {
  readonly queues: readonly string[];
  readonly subscriptions: readonly string[];
  readonly keys: readonly string[];
}

const denied = () => Object.assign(new Error("not authorized"), { name: "AccessDeniedException" });

/** An AWS that knows what a drill asks it: once a key is disabled the alarm fires after a while, and its topic sends. */
export class World {
  readonly calls: WorldCall[] = [];
  /** Hears of each call before it is answered; may throw in place of the answer. */
  onCall: (call: WorldCall) => void = () => {};
  alarm: Record<string, unknown> | undefined = {
    StateValue: "OK",
    ActionsEnabled: true,
    AlarmActions: ["arn:aws:sns:eu-west-1:111111111111:KMSCustomerKeyEvents"],
  };
  /** How long after the event the alarm fires, and after that the message comes; in milliseconds. */
  delays = { alarm: 240_000, message: 2_000 };
  /** What the alarm's history says of its action. */
  action = "Successfully executed action arn:aws:sns:eu-west-1:111111111111:KMSCustomerKeyEvents";
  readonly queues = new Map<string, string>();
  readonly subscriptions = new Map<string, string>();
  readonly keys = new Map<string, Key>();
  private time = Date.parse("2026-11-24T10:00:00Z");
  private eventAt: number | undefined;
  private made = 0;

  readonly clock: Clock = {
    now: () => this.time,
    sleep: async (milliseconds, signal) => {
      signal.throwIfAborted();
      this.time += milliseconds;
    },
  };

  readonly sessions: Sessions = async ({ account, region }, signal) => this.session(account.id, region, signal);

  holding(): Holding {
    return {
      queues: [...this.queues.keys()],
      subscriptions: [...this.subscriptions.keys()],
      keys: [...this.keys.values()].map(({ id, state }) => `${id} ${state}`),
    };
  }

  private session(account: string, region: string, signal: AbortSignal): Session {
    const ask = async (_: unknown, command: { constructor: { name: string }; input: object }) => {
      signal.throwIfAborted();
      const action = command.constructor.name.replace(/Command$/, "");
      const call: WorldCall = { account, action, input: command.input as WorldCall["input"] };
      this.calls.push(call);
      this.time += 100;
      this.onCall(call);
      const answer = this.answers[action];
      if (!answer) throw new Error(`the world does not know ${action}`);
      return { $metadata: {}, ...answer(call) };
    };
    const client = (service: { prototype: object }) =>
      Object.assign(Object.create(service.prototype), { send: (command: never) => ask(service, command) });
    return { account, region, caller: `arn:aws:sts::${account}:assumed-role/drill/x`, signal, client, ask } as Session;
  }

  private readonly answers: Readonly<Record<string, (call: WorldCall) => object>> = {
    DescribeAlarms: () => ({ MetricAlarms: this.alarm ? [{ ...this.alarm, ...this.fired() }] : [] }),
    DescribeAlarmHistory: () => ({
      AlarmHistoryItems: this.hasFired() ? [{ HistorySummary: this.action, Timestamp: new Date(this.time) }] : [],
    }),
    CreateQueue: ({ account, input }) => {
      this.queues.set(`${input.QueueName}`, account);
      return { QueueUrl: `https://sqs/${account}/${input.QueueName}` };
    },
    DeleteQueue: ({ input }) => {
      this.queues.delete(`${input.QueueUrl}`.split("/").at(-1) ?? "");
      return {};
    },
    ListQueues: ({ account, input }) => ({
      QueueUrls: [...this.queues.keys()]
        .filter((name) => name.startsWith(`${input.QueueNamePrefix}`))
        .map((name) => `https://sqs/${account}/${name}`),
    }),
    Subscribe: ({ input }) => {
      const arn = `${input.TopicArn}:${++this.made}`;
      this.subscriptions.set(arn, `${input.Endpoint}`);
      return { SubscriptionArn: arn };
    },
    Unsubscribe: ({ input }) => {
      this.subscriptions.delete(`${input.SubscriptionArn}`);
      return {};
    },
    ListSubscriptionsByTopic: () => ({
      Subscriptions: [...this.subscriptions].map(([SubscriptionArn, Endpoint]) => ({ SubscriptionArn, Endpoint })),
    }),
    CreateKey: ({ input }) => {
      const id = `key-${++this.made}`;
      this.keys.set(id, { id, state: "Enabled", tags: input.Tags as Key["tags"], spec: `${input.KeySpec}` });
      return { KeyMetadata: { KeyId: id } };
    },
    DescribeKey: ({ input }) => {
      const { state, spec } = this.key(input);
      return { KeyMetadata: { KeyState: state, KeySpec: spec, DeletionDate: this.deletion() } };
    },
    DisableKey: ({ input }) => {
      this.key(input).state = "Disabled";
      this.eventAt = this.time;
      return {};
    },
    ScheduleKeyDeletion: ({ input }) => {
      this.key(input).state = "PendingDeletion";
      return { DeletionDate: this.deletion() };
    },
    ListKeys: () => ({ Keys: [...this.keys.keys()].map((KeyId) => ({ KeyId })) }),
    ListResourceTags: ({ input }) => {
      const { tags } = this.key(input);
      if (tags.length === 0) throw denied();
      return { Tags: tags };
    },
    ReceiveMessage: () => {
      const there = this.eventAt !== undefined && this.time >= this.eventAt + this.delays.alarm + this.delays.message;
      return { Messages: there ? MESSAGES : [] };
    },
  };

  private key(input: WorldCall["input"]): Key {
    const key = this.keys.get(`${input.KeyId}`);
    if (!key) throw new Error(`no key ${input.KeyId}`);
    return key;
  }

  private deletion = () => new Date("2026-12-01T10:00:00Z");
  private hasFired = () => this.eventAt !== undefined && this.time >= this.eventAt + this.delays.alarm;
  private fired = () => (this.hasFired() ? { StateValue: "ALARM", StateReason: "Threshold Crossed." } : {});
}

const message = (AlarmName: string, AWSAccountId: string, NewStateValue: string) => ({
  Body: JSON.stringify({
    Subject: `${NewStateValue}: "${AlarmName}" of ${AWSAccountId}`,
    Message: JSON.stringify({ AlarmName, AWSAccountId, NewStateValue }),
  }),
});

/** What the queue of a topic gets that many alarms publish to; the last is the drill's. */
const MESSAGES = [
  { Body: "not JSON" },
  { Body: JSON.stringify({ Message: "not JSON" }) },
  message("Other", "111111111111", "ALARM"),
  message("KMSCustomerKeyDisableOrDeleteAlarm", "222222222222", "ALARM"),
  message("KMSCustomerKeyDisableOrDeleteAlarm", "111111111111", "OK"),
  message("KMSCustomerKeyDisableOrDeleteAlarm", "111111111111", "ALARM"),
];

/** Refuses the calls of an action. */
export const refusing =
  (...actions: readonly string[]) =>
  ({ action }: WorldCall): void => {
    if (actions.includes(action)) throw denied();
  };

/** Gives signals as Ctrl-C would: each `press` aborts those that were asked for and not yet aborted. */
export function ctrlC() {
  let waiting: AbortController[] = [];
  return {
    interrupted: () => {
      const controller = new AbortController();
      waiting.push(controller);
      return controller.signal;
    },
    press: () => {
      const now = waiting;
      waiting = [];
      for (const controller of now) controller.abort();
    },
  };
}
