import { PRICES } from "../aws";
import { code, table } from "../markdown";
import type { LivenessCheck } from "./check";
import { HOUR, LIVENESS_CHECKS, QUIET_HOURS } from "./checks";

/** Calls of the heartbeat in a month. */
const BEATS = 730;

const INTRODUCTION = `## The alert path itself

\`liveness: true\` watches what the alerts pass through, so that it cannot fail unseen. Each line is an alarm:`;

const EXPLANATION = `A metric of AWS costs nothing, so a check costs its alarm. The metric of the heartbeat reports in every hour.
Its ${BEATS} calls a month are within the free requests of KMS (${PRICES.keyRequests.usd.toFixed(2)} USD for 10,000 beyond) and of EventBridge Scheduler.

**The heartbeat**: once an hour EventBridge Scheduler calls KMS for a random byte (\`GenerateRandom\`), with a role that may do
that alone. The call is about no key and changes nothing, and it goes the way that the end of a key would go: CloudTrail, the
trail, its log group, a metric filter. So it tells too of a trail that is logging, but leaves KMS events out. A refused call counts as well.

**Patience**: CloudTrail delivers within minutes, and alarms on missing data look at a few periods more than they name. A silence of
three hours is told after three to five. The heartbeat makes an event every hour, so that no account is too quiet; without it
(\`heartbeat: false\`) the trail may be silent for ${QUIET_HOURS} hours. Give \`hours\` for more or less.
When \`liveness\` is new, the heartbeat's alarm may fire once before the first call is counted. That is its proof.

**Independence**: a topic that fails cannot be trusted to say so. The alarm on it publishes to the target's other topics too
(\`routes\`), and to what \`liveness.actions\` names: a topic of another team, an OpsItem. Where there is neither, \`npx keywatch synth\`
says so. A topic of another account is watched by the stack of that account: switch \`liveness\` on in the hub as well.`;

/** The section of the page of controls that lists the checks of the alert path, with what they cost. */
export const livenessSection = (): string => [INTRODUCTION, checksTable(), EXPLANATION].join("\n\n");

const COLUMNS: readonly (readonly [string, (check: LivenessCheck) => string])[] = [
  ["Check", ({ id }) => `[${id}](runbooks/${id}.md)`],
  ["What happened", ({ title }) => title],
  ["Metric", ({ metric }) => code(`${metric.namespace} ${metric.name}`)],
  ["Fires", firesText],
  ["Severity", ({ severity }) => severity],
  ["Setting", ({ subject }) => code(subject)],
  ["USD a month", costText],
];

const checksTable = (): string =>
  table(
    COLUMNS.map(([head]) => head),
    LIVENESS_CHECKS.map((check) => COLUMNS.map(([, text]) => text(check))),
  );

function firesText({ alarm: { period, evaluationPeriods }, needsDeadLetters }: LivenessCheck): string {
  if (period === HOUR) return `after ${evaluationPeriods} hours without one`;
  return `at the first one, on each topic${needsDeadLetters ? " with a dead-letter queue" : ""}`;
}

function costText({ subject, metric }: LivenessCheck): string {
  const price = PRICES.alarm.usd + (subject === "heartbeat" ? PRICES.metric.usd : 0);
  return `${price.toFixed(2)}${metric.dimension === "TopicName" ? " a topic" : ""}`;
}
