import type { Audit, Step } from "../../../modules/cli/audit";
import { exampleAudits } from "./example";

/** Each tries to leave the place in the page where a text of the fleet stands. */
export const PAYLOADS = [
  "</title><script>window.broken = 1</script>",
  "<img src=x onerror='window.broken = 1'>",
  '" autofocus onfocus="window.broken = 1" x="',
  "</style><style>body { display: none }</style>",
  "</script><script>window.broken = 1</script><!--",
  "javascript:window.broken=1",
  "{{7*7}}${7*7}`<%= 7 %>`",
  '=HYPERLINK("http://acme.example","click")',
] as const;

const payload = (at: number): string => PAYLOADS[at % PAYLOADS.length] as string;

const step = (given: Step, at: number): Step => ({
  ...given,
  id: payload(at),
  control: payload(at + 1),
  title: payload(at + 2),
  evidence: payload(at + 3),
  expected: payload(at + 4),
  remedy: payload(at + 5),
  resource: payload(at + 6),
});

/** An audit of a fleet in which every text is hostile. */
export function hostileAudit(): Audit {
  const { audit } = exampleAudits();
  return {
    ...audit,
    config: payload(0),
    fleet: audit.fleet.map(step),
    targets: audit.targets.map((target, at) => ({
      ...target,
      stackId: `${payload(at)}${at}`,
      account: { id: payload(at + 1), name: payload(at + 2) },
      region: payload(at + 3),
      caller: payload(at + 4),
      fault: target.fault && { kind: target.fault.kind, message: payload(at), remedy: payload(at + 1) },
      steps: target.steps.map(step),
    })),
  };
}
