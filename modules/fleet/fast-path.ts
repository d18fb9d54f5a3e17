import { eventBusArn, parseArn, queueArn, ruleArn } from "../aws";
import { nearest, type Site } from "../config";
import { ON_FIRST } from "../controls";
import { ANY_ALERT, EVENT_ALERTS, type EventAlert, type MessagePlace, messageTemplate } from "../events";
import { FAST_PATH, fastPathNames, topicAddress } from "../names";
import { actionsOf } from "./actions";
import type { Hubs } from "./hubs";
import { runbooksOf } from "./runbooks";
import type { TargetFastPath, TargetRule, TargetTopic } from "./target";
import { topicFor } from "./topics";

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
  const names = fastPathNames(fleet, site.account, site.region);
  const bus = busOf(site, hubs, names.bus);
  if (!isOn && !bus) return undefined;
  const ground: Ground = { site, names, topics };
  const [common] = topics;
  const hub = common?.kind === "hub" ? parseArn(common.arn)?.accountId : undefined;
  const rules = [
    ...(isOn && hub === undefined ? EVENT_ALERTS.map((alert) => ownRule(alert, ground, accountName)) : []),
    ...(bus ? EVENT_ALERTS.map((alert) => hubRule(alert, ground)) : []),
  ];
  const relay = isOn && hub !== undefined ? relayTo(hub, ground) : undefined;
  return {
    rules,
    relay,
    bus,
    undelivered: {
      name: names.queue,
      arn: queueArn(site, names.queue),
      senders: [
        ...rules.map(({ name, bus: listensTo }) => ruleArn(site, name, listensTo)),
        ...(relay ? [ruleArn(site, relay.name)] : []),
      ],
      alarm: undeliveredAlarm(ground),
    },
  };
}

/** The bus to which others send; undefined where nobody does. */
function busOf(site: Site, hubs: Hubs, name: string): TargetFastPath["bus"] {
  const senders = hubs.sendersTo(site);
  const organization = hubs.opensTo(site);
  if (senders.length === 0 && organization === undefined) return undefined;
  return { name, arn: eventBusArn(site, name), senders, ...(organization ? { organization } : {}) };
}

const relayTo = (hub: string, { site, names }: Ground) => ({
  name: names.relay,
  pattern: JSON.stringify(ANY_ALERT),
  busArn: eventBusArn({ ...site, account: hub }, names.bus),
  role: names.relayRole,
});

const ownRule = (alert: EventAlert, ground: Ground, name: string): TargetRule => ({
  ...ruleOf(alert, ground),
  address: FAST_PATH.rule(alert.id),
  message: messageTemplate(alert, { ...placeOf(ground), account: { id: ground.site.account, name } }),
});

const hubRule = (alert: EventAlert, ground: Ground): TargetRule => ({
  ...ruleOf(alert, ground),
  address: FAST_PATH.hubRule(alert.id),
  bus: ground.names.bus,
  message: messageTemplate(alert, placeOf(ground)),
});

const placeOf = ({ site }: Ground): MessagePlace => ({
  partition: site.partition,
  region: site.region,
  runbooks: runbooksOf(site),
});

const ruleOf = ({ id, title, pattern, severity }: EventAlert, { names, topics }: Ground) => ({
  name: names.rule(id),
  description: `${title}.`,
  pattern: JSON.stringify(pattern),
  topic: topicFor(topics, severity),
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
      ...ON_FIRST,
      statistic: "Maximum",
    },
    topics: [topicAddress()],
    ...actionsOf(site),
  } as const;
}
