import type { TargetTopic } from "../../../fleet";
import type { Answer } from "../../aws";
import type { SeenSubscription, SeenTopic } from "../seen";
import { type Link, type Look, onAnswer, type Rule, type Ruling, rulesOn } from "./link";

/** The chat channels: one subscription serves all of them, so that it says that they hear, and not which. */
export const chat: Link = {
  name: "Chat channels",
  steps: {
    "chat-subscribed": {
      title: "Chat channels hear of it",
      expected: "A confirmed subscription of Amazon Q Developer in chat applications on the topic.",
      remedy:
        "Deploy the stack again, and look in its console whether the workspace is still authorized; then send a test message from there.",
      otherwise: "fail",
    },
  },
  judge: (look) =>
    look.target.chat.length === 0 ? [] : look.target.topics.flatMap((topic) => judgeTopic(look, topic)),
};

function judgeTopic({ seen, madeTopic }: Look, { kind, arn: resource, address }: TargetTopic): readonly Ruling[] {
  const answer = kind === "hub" ? madeTopic(resource) : own(seen.topics.get(address), seen.at);
  if (!answer?.ok) return [];
  const { attributes, subscriptions } = answer.value;
  if (!attributes.ok || !attributes.value) return [];
  return onAnswer(subscriptions, { id: "chat-subscribed", resource }, (listed, at) => [
    heardRuling(
      rulesOn({ at, resource }),
      listed.filter(({ chat }) => chat),
    ),
  ]);
}

function heardRuling(rule: Rule, ofChat: readonly SeenSubscription[]): Ruling {
  const id = "chat-subscribed";
  if (ofChat.some(({ confirmed }) => confirmed)) return rule(id, true, "The endpoint of chat is subscribed.");
  if (ofChat.length > 0) return rule(id, false, "The endpoint of chat waits for its confirmation.");
  return rule(id, false, "The endpoint of chat is not subscribed.");
}

const own = (topic: SeenTopic | undefined, at: string): Answer<SeenTopic> | undefined =>
  topic && { ok: true, value: topic, at };
