import type { TargetSubscription, TargetTopic } from "../../../fleet";
import { type Fault, secretVariable } from "../../aws";
import type { SeenSubscription } from "../seen";
import { foreignOwner } from "./foreign";
import { type Link, type Look, onAnswer, type Rule, type Ruling, rulesOn } from "./link";

/** The people: whoever hears of an alert. */
export const subscriptions: Link = {
  name: "Subscriptions",
  steps: {
    "topic-heard": {
      title: "Somebody hears of it",
      expected: "At least one confirmed subscription on the topic.",
      remedy: "Confirm a subscription, or add `subscriptions` to the config.",
      source: "CIS 4.7 audit, confirmed subscription; CloudWatch.7, Steampipe",
      otherwise: "fail",
    },
    "subscription-confirmed": {
      title: "The endpoint of the config is subscribed and has confirmed",
      expected: "A confirmed subscription of the endpoint.",
      remedy:
        "Click the link of the mail that AWS sent; after three days it is void, then deploy the stack again to get another.",
      otherwise: "fail",
    },
  },
  judge: (look) => look.target.topics.flatMap((topic) => judgeTopic(look, topic)),
};

function judgeTopic({ target, seen }: Look, topic: TargetTopic): readonly Ruling[] {
  const found = seen.topics.get(topic.address);
  if (!found || (found.attributes.ok && !found.attributes.value)) return [];
  const about = { id: "topic-heard", resource: topic.arn };
  if (foreignOwner(target, about, found.attributes)) return [];
  return onAnswer(found.subscriptions, about, (listed, at) => [
    heardRuling(rulesOn({ at, resource: topic.arn }), listed),
    ...topic.subscriptions.map((wanted) => confirmedRuling({ at, resource: topic.arn }, wanted, listed, found.unset)),
  ]);
}

function heardRuling(rule: Rule, listed: readonly SeenSubscription[]): Ruling {
  const confirmed = listed.filter((one) => one.confirmed);
  const others = confirmed.filter(({ address, chat }) => address === undefined && !chat).length;
  const unlisted = others > 0 ? `; ${others} that the config does not list` : "";
  const evidence = `${confirmed.length} confirmed, ${listed.length - confirmed.length} not${unlisted}.`;
  return rule("topic-heard", confirmed.length > 0, evidence);
}

function confirmedRuling(
  { at, resource: topic }: { readonly at: string; readonly resource: string },
  { address, protocol, endpoint }: TargetSubscription,
  listed: readonly SeenSubscription[],
  unset: readonly string[],
): Ruling {
  const id = "subscription-confirmed";
  const secret = typeof endpoint === "string" ? undefined : secretVariable(endpoint);
  const name = typeof endpoint === "string" ? `${protocol} ${endpoint}` : `${protocol} from ${endpoint.fromEnv}`;
  const about = { at, resource: `${topic} ${name}` };
  if (secret && unset.includes(secret)) return { ...about, id, fault: unrecognised(secret) };
  const own = listed.filter((one) => one.address === address);
  const rule = rulesOn(about);
  if (own.some(({ confirmed }) => confirmed)) return rule(id, true, `${name} is subscribed and has confirmed.`);
  if (own.length > 0) return rule(id, false, `${name} waits for its confirmation.`);
  return rule(id, false, `${name} is not subscribed.`, {
    remedy: "Deploy the stack again, then confirm the subscription.",
  });
}

const unrecognised = (variable: string): Fault => ({
  kind: "failed",
  message: `${variable} is not set, so that its endpoint cannot be recognised among the subscriptions.`,
  remedy: "Set it in the environment, as for Terraform.",
});
