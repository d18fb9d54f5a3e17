import type { Subscription } from "../schema";
import { chosenTopics } from "../topics";
import { eachOf, type SiteRule } from "./rule";

/**
 * No filter policy asks for attributes, which alerts do not have: such a subscription would hear of nothing.
 *
 * Source: SNS Developer Guide, "Amazon SNS subscription filter policies".
 */
export const filterPoliciesLetAlertsThrough: SiteRule = (site) =>
  chosenTopics(site.layers).flatMap(({ subscriptions }) =>
    eachOf(subscriptions?.value, (subscription, index) =>
      letsAlertsThrough(subscription)
        ? []
        : [
            {
              path: [...(subscriptions?.path ?? []), index, "filterPolicy"],
              message: "It looks at the attributes of messages, of which alerts have none: not one would be delivered.",
              expected: "a filter policy that looks at the body of messages",
              remedy: "Add filterPolicyScope: MessageBody, and name fields of an alarm's message, such as AlarmName.",
            },
          ],
    ),
  );

const letsAlertsThrough = ({ filterPolicy = {}, filterPolicyScope }: Subscription): boolean =>
  filterPolicyScope === "MessageBody" || Object.values(filterPolicy).every(acceptsNone);

/** Whether one of an attribute's conditions holds where it is not there. */
const acceptsNone = (conditions: unknown): boolean =>
  Array.isArray(conditions) && conditions.some((condition) => condition?.exists === false);
