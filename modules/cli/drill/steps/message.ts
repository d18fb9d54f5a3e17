import { ReceiveMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import type { Step } from "../step";
import { waited } from "../wait";
import { refuseLost } from "./refuse-lost";

/** Waits until the queue has the alarm's message. */
export const message: Step = {
  id: "message",
  title: "The message arrives",
  calls: ["sqs:ReceiveMessage"],
  where: "beside",
  run: async (ground, { queue, eventAt = 0 }) => {
    const { name } = ground.plan.control.alarm;
    const remedy = "Run keywatch audit: it walks the policies of the topic and of its key.";
    const receive = new ReceiveMessageCommand({ QueueUrl: queue?.url, MaxNumberOfMessages: 10, WaitTimeSeconds: 1 });
    const subject = await waited(ground, { since: eventAt, what: `message of ${name}`, remedy }, async () => {
      const { Messages = [] } = await ground.beside.ask(SQSClient, receive);
      const [heard] = Messages.flatMap(({ Body = "" }) => subjectOf(Body, name, ground.own.account));
      if (heard === undefined) await refuseLost(ground, eventAt);
      return heard;
    });
    return { evidence: `${subject}.` };
  },
};

/** The subject of a message, where it tells that this alarm of this account fired. */
function subjectOf(body: string, alarm: string, account: string): string[] {
  const { Message = "", Subject = "A message" } = fieldsOf(body);
  const { AlarmName, AWSAccountId, NewStateValue } = fieldsOf(Message);
  return AlarmName === alarm && AWSAccountId === account && NewStateValue === "ALARM" ? [Subject] : [];
}

function fieldsOf(text: string): Readonly<Record<string, string | undefined>> {
  try {
    return Object(JSON.parse(text));
  } catch {
    return {};
  }
}
