import { fleetLook } from "../../../modules/cli/audit/fleet-look";
import { judge, LINKS } from "../../../modules/cli/audit/judge";
import { states } from "../../../modules/cli/audit/judge/states";
import type { Audit, Step, TargetAudit, Verdict } from "../../../modules/cli/audit/result";
import { readConfig } from "../../../modules/config";
import { resolve, type Target } from "../../../modules/fleet";
import { healthy } from "../audit/healthy";

const CONFIG = "examples/fleet/keywatch.config.ts";
const SPECS = Object.assign({}, ...[...LINKS, states].map(({ steps }) => steps)) as typeof states.steps;

/** Something that is not as it should be: where, which step, what was seen. */
type Finding = readonly [place: string, id: string, evidence: string, verdict?: Verdict];

const EARLIER: readonly Finding[] = [
  [
    "keywatch-999999999999-us-east-1",
    "subscription-confirmed",
    "email security@acme.example waits for its confirmation.",
  ],
  [
    "keywatch-222222222222-us-east-1",
    "trail-log-file-validation",
    "legacy: LogFileValidationEnabled is false.",
    "warn",
  ],
  ["keywatch-333333333333-eu-west-1", "filter-letter", "The pattern has other blanks than the config's.", "warn"],
];

const NOW: readonly Finding[] = [
  ...EARLIER.slice(1, 2),
  ["keywatch-111111111111-eu-west-1", "alarm-actions-enabled", "ActionsEnabled is false."],
  ["keywatch-222222222222-us-east-1", "trail-kms-events", "legacy leaves out kms.amazonaws.com."],
  [
    "keywatch-222222222222-eu-west-1",
    "log-group-key",
    "AccessDeniedException: not authorized to perform kms:DescribeKey",
    "unknown",
  ],
  ["fleet", "state-without-target", "444444444444 in eu-west-1: it holds aws_sns_topic.alerts."],
];

const SILENT = "keywatch-333333333333-eu-west-1";

/** The steps of a healthy target or fleet, with the findings of that place put into them. */
function withFindings(place: string, steps: readonly Step[], findings: readonly Finding[]): Step[] {
  const here = findings.filter(([where]) => where === place);
  const known = steps.map((step, index) => {
    const finding = here.find(([, id]) => id === step.id);
    return finding && steps.findIndex(({ id }) => id === step.id) === index ? found(step, finding) : step;
  });
  const further = here.filter(([, id]) => !steps.some((step) => step.id === id));
  const at = steps[0]?.at ?? "";
  return [
    ...known,
    ...further.map((finding) => found({ id: finding[1], title: "", verdict: "fail", evidence: "", at }, finding)),
  ];
}

function found(step: Step, [, id, evidence, verdict]: Finding): Step {
  const spec = SPECS[id];
  if (!spec) throw new Error(`no step ${id}`);
  const { title, expected, remedy, otherwise } = spec;
  return { ...step, title, verdict: verdict ?? otherwise, evidence, expected, remedy };
}

interface Walk {
  readonly targets: readonly Target[];
  /** Date and hour. */
  readonly at: string;
  readonly findings: readonly Finding[];
  readonly silent?: string;
}

function walked({ targets, at, findings, silent }: Walk): Audit {
  const looked = targets.map((target) => ({
    target,
    milliseconds: 0,
    ok: true as const,
    value: { seen: healthy(target) },
  }));
  const look = fleetLook(targets, looked);
  const timed = (steps: readonly Step[], second: number) =>
    steps.map((step) => ({ ...step, at: `${at}:00:0${second}.250Z` }));
  const audits = looked.map(({ target, value }, index): TargetAudit => {
    const { stackId, account, region } = target;
    const about = { stackId, account, region, milliseconds: 1840 + 70 * index };
    if (stackId === silent) {
      const message = "AccessDenied: not authorized to perform sts:AssumeRole on keywatch-audit";
      const remedy = "Give the role what `keywatch permissions` lists for it.";
      return { ...about, steps: [], fault: { kind: "denied", message, remedy } };
    }
    const caller = `arn:aws:sts::${account.id}:assumed-role/keywatch-audit/keywatch`;
    return {
      ...about,
      caller,
      steps: withFindings(stackId, timed(judge({ ...look, target, seen: value.seen }), index), findings),
    };
  });
  const listed = { id: "states-listed", verdict: "pass", at: `${at}:00:08.000Z` } as const;
  const states: Step = { ...listed, title: SPECS["states-listed"]?.title ?? "", evidence: "7 states were listed." };
  return {
    version: 1,
    startedAt: `${at}:00:00.000Z`,
    endedAt: `${at}:00:09.000Z`,
    config: CONFIG,
    complete: silent === undefined,
    targets: audits,
    fleet: withFindings("fleet", [states], findings),
  };
}

/** An account that was there a week before: the like of another. */
const renamed = (target: TargetAudit): TargetAudit =>
  JSON.parse(JSON.stringify(target).replaceAll("111111111111", "444444444444").replaceAll("payments-prod", "old-shop"));

/** The audits that the documentation shows: of the fleet of an example, and of its state a week before. */
export function exampleAudits(): { readonly audit: Audit; readonly previous: Audit } {
  const read = readConfig(CONFIG);
  if (!read.ok) throw new Error(`${CONFIG} does not hold`);
  const targets = resolve(read.config);
  const previous = walked({ targets, at: "2026-11-17T10", findings: EARLIER });
  return {
    audit: walked({ targets, at: "2026-11-24T10", findings: NOW, silent: SILENT }),
    previous: {
      ...previous,
      targets: previous.targets.map((target) => (target.account.id === "111111111111" ? renamed(target) : target)),
    },
  };
}
