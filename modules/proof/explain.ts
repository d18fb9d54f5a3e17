import type { Open, Problem } from "./finding";
import type { Refusal } from "./policy";

/** What is wrong, and how to mend it: a sentence or two each. */
export interface Explained {
  readonly message: string;
  readonly remedy: string;
}

type Explanations<T extends { kind: string }> = {
  readonly [K in T["kind"]]: (it: Extract<T, { kind: K }>) => Explained;
};

const explainer =
  <T extends { kind: string }>(explanations: Explanations<T>) =>
  (it: T): Explained =>
    (explanations[it.kind as T["kind"]] as (it: T) => Explained)(it);

const list = (texts: readonly string[]): string => texts.join(", ") || "none";

export const explainProblem = explainer<Problem>({
  "not-watched": ({ control }) => ({
    message: `No alarm and no rule was found for control ${control}, which the config switches on.`,
    remedy: "This is a fault of the stack's code: every control must be built.",
  }),
  "no-rule": () => ({
    message: "The rule is not there, though the config switches the fast path on.",
    remedy: "This is a fault of the stack's code: every rule must be built.",
  }),
  "no-alarm": () => ({
    message: "The alarm is not there, which the config switches on.",
    remedy: "This is a fault of the stack's code: every alarm on the alert path must be built.",
  }),
  elsewhere: ({ dimension, name, names }) => ({
    message: `It looks at ${dimension} ${name || "nothing"}; the alert path leads over: ${list(names)}.`,
    remedy: "Give the alarm the name of what the alerts pass through.",
  }),
  "unfed-metric": ({ metric, fed }) => ({
    message: `No metric filter of the stack feeds ${metric}; those that there are feed: ${list(fed)}.`,
    remedy: "Give alarm and filter the same metric name and namespace.",
  }),
  "other-log-group": ({ logGroup, trail }) => ({
    message: `The filter reads log group ${logGroup}; the trail writes to: ${list(trail)}.`,
    remedy: "Put the filter on the trail's log group.",
  }),
  "no-topic": () => ({
    message: "It publishes to no topic when it fires.",
    remedy: "Give it the ARN of a topic as action or target.",
  }),
  dangling: ({ expression }) => ({
    message: `${expression} leads to nothing in the stack.`,
    remedy: "Name a resource of the stack, or write an ARN.",
  }),
  "other-region": ({ region, needed }) => ({
    message: `It leads to region ${region}, out of ${needed}.`,
    remedy: `Use one in ${needed}: alarm, topic and key must share a region.`,
  }),
  "not-made": ({ arn }) => ({
    message: `${arn} is a hub's, but no stack makes it.`,
    remedy: "Add the hub's account with this region to `accounts`, with a topic of that name.",
  }),
  "no-policy": () => ({
    message: "It has no policy that lets AWS services in.",
    remedy: "Give it a policy with a statement for the service.",
  }),
  "unreadable-policy": () => ({
    message: "Its policy is not JSON with statements.",
    remedy: "Write the policy as one JSON text without references to what is not known before apply.",
  }),
  refused: ({ caller, actions, refusal }) => explainRefusal(caller, actions, refusal),
  "no-listener": () => ({
    message: "No rule listens to the bus, so that what it gets is told to nobody.",
    remedy: "Give the bus a rule that publishes to a topic.",
  }),
  "aws-managed-key": ({ key }) => ({
    message: `${key} is managed by AWS: its policy keeps CloudWatch and EventBridge out and cannot be changed.`,
    remedy: 'Encrypt the topic with a customer managed key: `encryption: "managed"`.',
  }),
  "disabled-key": () => ({
    message: "The key is disabled, so nothing that it encrypts is delivered.",
    remedy: "Enable the key.",
  }),
});

/** Why a policy does not let a service in, and how to mend it. */
export function explainRefusal(caller: string, actions: readonly string[], refusal: Refusal): Explained {
  const who = `${caller} may not ${actions.join(" and ")}`;
  switch (refusal.kind) {
    case "no-statement":
      return {
        message: `${who}: no statement allows it.`,
        remedy: `Allow ${actions.join(" and ")} to the principal ${caller}.`,
      };
    case "denied":
      return {
        message: `${who}: statement ${refusal.statement} denies it.`,
        remedy: "Take the service out of that Deny, by its actions or by a condition.",
      };
    case "unmet":
      return refusal.sent
        ? {
            message: `${who}: ${refusal.operator} ${refusal.key} of statement ${refusal.statement} leaves it out.`,
            remedy:
              refusal.key.toLowerCase() === "aws:sourceaccount"
                ? "Let the accounts below name the topic's account as their `hub`, which puts them into the condition."
                : "Let that condition match the alarms or rules below.",
          }
        : {
            message: `${who}: statement ${refusal.statement} asks for ${refusal.key}, which the service does not send here.`,
            remedy: `Remove the condition on ${refusal.key}.`,
          };
    case "not-understood":
      return {
        message: `Whether ${caller} may ${actions.join(" and ")} cannot be told: statement ${refusal.statement} has ${refusal.what}.`,
        remedy: "Write the statement with the elements and condition operators that Keywatch uses.",
      };
  }
}

/** What each kind of open end means; what it is about is told beside. */
export const OPEN_ENDS: Readonly<Record<Open["kind"], Explained>> = {
  "existing-topic": {
    message: "Topics that the fleet does not make: whether they take the alerts cannot be seen from here.",
    remedy: "Their owners must make sure that these statements are in the policies.",
  },
  "existing-key": {
    message: "Keys that the fleet does not make: whether they let the alerts through cannot be seen from here.",
    remedy: "Their owners must make sure that these statements are in their policies, and that they stay enabled.",
  },
  "other-action": {
    message: "Actions that are no topics: whether they take the alarm cannot be seen from here.",
    remedy: "Try them with a test alarm. A function must permit lambda.alarms.cloudwatch.amazonaws.com.",
  },
  "execution-role": {
    message: "Topics that EventBridge reaches by an execution role, which is not walked.",
    remedy: "The role must be in the rule's account and let in by topic and key.",
  },
  silenced: {
    message: "Switched off by the config: it sees events and tells nobody.",
    remedy: "Switch it on when it shall alert.",
  },
  "no-subscription": {
    message: "Topics that nothing in the fleet is subscribed to.",
    remedy: "Add `subscriptions`, or make sure that somebody is subscribed by other means.",
  },
};
