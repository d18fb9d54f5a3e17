import { controlAddress } from "../names";
import { alarmsOf } from "./alarms";
import { deadLetterFindings } from "./dead-letters";
import { deliveryFindings } from "./delivery";
import type { Finding, Link, Problem, Proof } from "./finding";
import { type FleetView, fleetView } from "./fleet";
import { breaksOf, notesOf } from "./gather";
import { broken, isTopic, open, type Publisher } from "./publisher";
import { rulesOf } from "./rules";
import { withStackSets } from "./stack-set";
import type { SynthesizedStack } from "./synthesized";

/**
 * Walks every way that an alert can take through synthesized stacks, from metric filter to the key of the topic, and
 * tells which links hold nothing back, which do, and where the fleet ends and only the owner can tell.
 */
export function prove(synthesized: readonly SynthesizedStack[]): Proof {
  const fleet = fleetView(withStackSets(synthesized));
  const publishers = fleet.stacks.flatMap((stack) => [...alarmsOf(stack), ...rulesOf(stack)]);
  const paths = publishers.flatMap((publisher) => pathsOf(fleet, publisher));
  const findings = [
    ...unwatched(fleet, publishers),
    ...publishers.flatMap((publisher) => publisher.findings),
    ...paths.flatMap((path) => path.findings),
    ...unheard(fleet, publishers),
  ];
  return {
    broken: breaksOf(findings),
    unproven: notesOf(findings),
    proven: paths.filter(({ sound }) => sound).length,
  };
}

/** The paths of a publisher, each to one destination. */
function pathsOf(fleet: FleetView, publisher: Publisher) {
  return publisher.destinations.map((destination) => {
    const findings = [
      ...deliveryFindings(fleet, publisher, destination),
      ...deadLetterFindings(publisher, destination),
    ];
    return { findings, sound: publisher.findings.length === 0 && findings.length === 0 };
  });
}

/** What publishes for a control, whose name the control's resources share. */
const WATCHERS = ["aws_cloudwatch_metric_alarm", "aws_cloudwatch_event_rule"];

/** A walk that meets nothing proves nothing: every control, alarm and rule that is expected must have been met. */
function unwatched({ stacks }: FleetView, publishers: readonly Publisher[]): Finding[] {
  const met = new Set(publishers.map(({ source }) => `${source.stack}/${source.address}`));
  return stacks.flatMap(({ id: stack, at, expected }) => {
    const isMet = (address: string) => met.has(`${stack}/${address}`);
    const missing = (address: string, link: Link, problem: Problem) => {
      const source = { stack, address, account: at.account };
      return broken(source, link, source, problem);
    };
    return [
      ...expected.controls
        .filter((control) => !WATCHERS.some((type) => isMet(`${type}.${controlAddress(control)}`)))
        .map((control) =>
          missing(`aws_cloudwatch_metric_alarm.${controlAddress(control)}`, "alarm", { kind: "not-watched", control }),
        ),
      ...expected.alarms
        .filter((address) => !isMet(address))
        .map((address) => missing(address, "alarm", { kind: "no-alarm" })),
      ...expected.rules
        .filter((address) => !isMet(address))
        .map((address) => missing(address, "rule", { kind: "no-rule" })),
    ];
  });
}

/** Topics of the fleet that nobody is subscribed to by it. They may be heard all the same, so it is told, not refused. */
function unheard({ topics, heard }: FleetView, publishers: readonly Publisher[]): Finding[] {
  return publishers.flatMap(({ source, destinations }) =>
    destinations
      .filter(isTopic)
      .flatMap(({ to }) => ("arn" in to && topics.has(to.arn) && !heard.has(to.arn) ? [to.arn] : []))
      .map((arn) => open(source, { kind: "no-subscription", arn })),
  );
}
