import { fill, filledEndpoint, type Place } from "../aws";
import type { Subscription } from "../config";
import type { Severity } from "../controls";
import { subscriptionAddress } from "../names";
import type { TargetSubscription } from "./target";

/** The subscriptions of a topic, in an order that does not depend on the config's. */
export function subscriptionsOf(
  subscriptions: readonly Subscription[],
  place: Place,
  severity?: Severity,
): TargetSubscription[] {
  return subscriptions
    .map((subscription) => subscriptionOf(subscription, place, severity))
    .sort((a, b) => (a.address < b.address ? -1 : 1));
}

function subscriptionOf(subscription: Subscription, place: Place, severity?: Severity): TargetSubscription {
  const { protocol, filterPolicy, filterPolicyScope, deadLetterQueueArn, endpoint, ...options } = subscription;
  const { deliveryPolicy, subscriptionRoleArn, ...plain } = {
    deliveryPolicy: undefined,
    subscriptionRoleArn: undefined,
    ...options,
  };
  const to = typeof endpoint === "string" ? filledEndpoint(endpoint, place) : endpoint;
  return {
    address: subscriptionAddress(protocol, typeof to === "string" ? to : `fromEnv:${to.fromEnv}`, severity),
    protocol,
    endpoint: to,
    filterPolicy: filterPolicy && JSON.stringify(filterPolicy),
    filterPolicyScope,
    redrivePolicy: deadLetterQueueArn && JSON.stringify({ deadLetterTargetArn: fill(deadLetterQueueArn, place) }),
    deliveryPolicy: deliveryPolicy && JSON.stringify(deliveryPolicy),
    subscriptionRoleArn: subscriptionRoleArn && fill(subscriptionRoleArn, place),
    ...plain,
  };
}
