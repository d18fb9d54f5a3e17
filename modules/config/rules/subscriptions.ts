import { fill } from "../../aws";
import type { Problem } from "../problem";
import { chosenTopics } from "../topics";
import type { Rule } from "./rule";
import { endpointKey } from "./topics";

/** Two stacks never subscribe the same endpoint to the same existing topic: each would remove what the other made. */
export const subscriptionsHaveOneOwner: Rule = (_, sites) => {
  const owners = new Map<string, string>();
  const problems = new Map<string, Problem>();
  for (const site of sites) {
    for (const { topic, subscriptions } of chosenTopics(site.layers)) {
      if (!("arn" in topic.value) || !subscriptions) continue;
      const arn = fill(topic.value.arn, site);
      subscriptions.value.forEach((subscription, index) => {
        const key = `${arn} ${endpointKey(site)(subscription)}`;
        const owner = owners.get(key) ?? site.stack;
        owners.set(key, owner);
        const path = [...subscriptions.path, index];
        if (owner === site.stack || problems.has(JSON.stringify(path))) return;
        problems.set(JSON.stringify(path), {
          path,
          message: `${owner} and ${site.stack} would both subscribe this endpoint to ${arn}.`,
          expected: "one stack that owns a subscription",
          remedy: "Subscribe where the topic is made; give the accounts that only use it subscriptions: [].",
        });
      });
    }
  }
  return [...problems.values()];
};
