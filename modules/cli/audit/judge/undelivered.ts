import { SERVICE } from "../../../aws";
import { keepRequest, parsePolicy } from "../../../proof";
import { policyRulings } from "./asked";
import { type Link, onAnswer, rulesOn } from "./link";

/** The queue in which rules leave what they could not deliver. */
export const undelivered: Link = {
  name: "Undelivered events",
  steps: {
    "queue-exists": {
      title: "The queue for what rules cannot deliver exists",
      expected: "The dead-letter queue of the fast path.",
      remedy: "Deploy the stack again.",
      otherwise: "fail",
    },
    "queue-policy": {
      title: "The queue's policy lets the rules write",
      expected: "Statements that allow sqs:SendMessage to events.amazonaws.com, for each rule of the stack.",
      remedy: "Deploy the stack again.",
      otherwise: "fail",
    },
    "queue-empty": {
      title: "Nothing was left undelivered",
      expected: "No message in the queue.",
      remedy:
        "Read the messages: each is a key event that nobody was told of. Mend what held it back, mostly the topic's policy or key, then aws sqs purge-queue.",
      otherwise: "fail",
    },
  },
  judge: ({ target: { account, fastPath }, seen }) => {
    if (!fastPath || !seen.fastPath) return [];
    const { arn, senders } = fastPath.undelivered;
    return onAnswer(seen.fastPath.queue, { id: "queue-exists", resource: arn }, (found, at) => {
      const rule = rulesOn({ at, resource: arn });
      if (!found) return [rule("queue-exists", false, `There is no queue ${arn}.`)];
      const { policy, messages } = found;
      const rules = senders.map((sender) => ({
        service: SERVICE.events,
        account: account.id,
        arn: sender,
      }));
      return [
        rule("queue-exists", true, `${arn} exists.`),
        ...policyRulings(rule, "queue-policy", parsePolicy(policy) ?? [], rules, (sender) => [
          keepRequest(sender, arn),
        ]),
        rule("queue-empty", messages === 0, messages === 0 ? "It is empty." : `${messages} wait in it.`),
      ];
    });
  },
};
