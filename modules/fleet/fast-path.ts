import { eventBusArn, parseArn, queueArn } from "../aws";
import { nearest, type Site } from "../config";
import { ANY_ALERT, EVENT_ALERTS, type EventAlert, messageTemplate } from "../events";
import { FAST_PATH, fastPathNames, topicAddress } from "../names";
import type { Hubs } from "./hubs";
import type { TargetFastPath, TargetRule, TargetTopic } from "./target";

/** Where the rules of a site are, and what they publish to. */
interface Ground {
  readonly site: Site;
  readonly names: ReturnType<typeof fastPathNames>;
  readonly topics: readonly TargetTopic[];
}

/**
 * What tells of events within seconds in a target: rules on the account's own events, or a rule that sends them to the
 * bus of its hub; and in a hub the bus with rules of its own. Undefined where the fast path is off.
 */
export function fastPathOf(
  fleet: string,
  site: Site,
  hubs: Hubs,
  accountName: string,
  topics: readonly TargetTopic[],
): TargetFastPath | undefined {
  const isOn = nearest(site.layers, "fastPath")?.value ?? false;
  const senders = hubs.sendersTo(site);
  if (!isOn && senders.length === 0) return undefined;
  const names = fastPathNames(fleet, site.account, site.region);
  const ground: Ground = { site, names, topics };
  const [common] = topics;
  const hub = common?.kind === "hub" ? parseArn(common.arn)?.accountId : undefined;
  const account = `${accountName} (${site.account})`;
  return {
    rules: [
      ...(isOn && hub === undefined ? EVENT_ALERTS.map((alert) => ownRule(alert, ground, account)) : []),
      ...(senders.length > 0 ? EVENT_ALERTS.map((alert) => hubRule(alert, ground)) : []),
    ],
    relay:
      isOn && hub !== undefined
        ? {
            name: names.relay,
            pattern: JSON.stringify(ANY_ALERT),
            busArn: eventBusArn({ ...site, account: hub }, names.bus),
            role: names.relayRole,
          }
        : undefined,
    bus: senders.length > 0 ? { name: names.bus, arn: eventBusArn(site, names.bus), senders } : undefined,
    undelivered: {
      name: names.queue,
      arn: queueArn(site, names.queue),
      alarm: undeliveredAlarm(ground),
    },
  };
}

const ownRule = (alert: EventAlert, ground: Ground, account: string): TargetRule => ({
  ...ruleOf(alert, ground),
  address: FAST_PATH.rule(alert.id),
  onHubBus: false,
  message: messageTemplate(alert, { ...ground.site, account }),
});

const hubRule = (alert: EventAlert, ground: Ground): TargetRule => ({
  ...ruleOf(alert, ground),
  address: FAST_PATH.hubRule(alert.id),
  onHubBus: true,
  message: messageTemplate(alert, { ...ground.site, account: undefined }),
});

const ruleOf = ({ id, headline, pattern, severity }: EventAlert, { names, topics }: Ground) => ({
  name: names.rule(id),
  description: headline,
  pattern: JSON.stringify(pattern),
  topic: topics.some(({ address }) => address === topicAddress(severity)) ? topicAddress(severity) : topicAddress(),
});

function undeliveredAlarm({ site, names }: Ground) {
  return {
    address: FAST_PATH.queue,
    metric: {
      namespace: "AWS/SQS",
      name: "ApproximateNumberOfMessagesVisible",
      dimensions: { QueueName: names.queue },
    },
    alarm: {
      name: names.queueAlarm,
      description:
        `Keywatch fast path, account ${site.account}, alarm in ${site.region}. Alerts of key events could not be delivered. ` +
        `Read them in the queue ${names.queue}, act on them, and look at the topic's policy and key.`,
      statistic: "Maximum",
      period: 300,
      threshold: 1,
      comparison: "GreaterThanOrEqualToThreshold",
      evaluationPeriods: 1,
      missingData: "notBreaching",
      actionsEnabled: true,
    },
    topic: topicAddress(),
  } as const;
}
