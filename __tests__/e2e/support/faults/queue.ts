import {
  CreateQueueCommand,
  DeleteQueueCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  PurgeQueueCommand,
  SendMessageCommand,
  SetQueueAttributesCommand,
} from "@aws-sdk/client-sqs";
import type { Account } from "../../lab/accounts";
import type { Attributes } from "../../lab/holdings";
import { edited, type Fault, without } from "./fault";

const queueOf = async ({ sqs }: Account): Promise<string> =>
  (await sqs.send(new GetQueueUrlCommand({ QueueName: "keywatch-undelivered" }))).QueueUrl ?? "";

const queueWith =
  (change: (attributes: Attributes) => Attributes): Fault =>
  async (account) => {
    const QueueUrl = await queueOf(account);
    const { Attributes = {} } = await account.sqs.send(
      new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ["Policy"] }),
    );
    const set = (attributes: Attributes) =>
      account.sqs.send(new SetQueueAttributesCommand({ QueueUrl, Attributes: { ...attributes } }));
    await set(change(Attributes));
    return () => set(Attributes);
  };

export const queueFaults = {
  deleted: (async (account) => {
    const QueueUrl = await queueOf(account);
    const { Attributes = {} } = await account.sqs.send(
      new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ["Policy"] }),
    );
    await account.sqs.send(new DeleteQueueCommand({ QueueUrl }));
    return () => account.sqs.send(new CreateQueueCommand({ QueueName: "keywatch-undelivered", Attributes }));
  }) as Fault,
  closed: queueWith(({ Policy }) => ({ Policy: edited(Policy, without("RulesKeepUndelivered")) })),
  holding: (async (account) => {
    const QueueUrl = await queueOf(account);
    await account.sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: "an event" }));
    return () => account.sqs.send(new PurgeQueueCommand({ QueueUrl }));
  }) as Fault,
};
