import { queueArn } from "../aws";
import type { Finding } from "./finding";
import { policyIn } from "./fleet";
import { policyFindings, senderOf } from "./policy-findings";
import { broken, type Destination, type Publisher } from "./publisher";
import { keepRequest } from "./requests";

/** What keeps a rule from leaving in its queue of the same stack what it could not deliver. Other queues are not looked at. */
export function deadLetterFindings(publisher: Publisher, { deadLetters }: Destination): Finding[] {
  const { stack, source } = publisher;
  const queue = stack.value(deadLetters);
  if (queue.kind === "unknown") {
    return [broken(source, "queue policy", source, { kind: "dangling", expression: queue.text })];
  }
  if (queue.kind === "text") return [];
  const { address, body } = queue.resource;
  const policy = stack.resources("aws_sqs_queue_policy").find((one) => {
    const url = stack.value(one.body.queue_url);
    return url.kind === "attribute" && url.resource.address === address;
  });
  if (!policy) return [broken(source, "queue policy", { stack: stack.id, address }, { kind: "no-policy" })];
  const arn = queueArn(stack.at, stack.text(body.name) ?? "");
  return policyFindings(publisher, "queue policy", stack.id, policyIn(stack, policy), [
    keepRequest(senderOf(publisher), arn),
  ]);
}
