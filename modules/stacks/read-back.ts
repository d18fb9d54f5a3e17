import { readFileSync } from "node:fs";
import path from "node:path";
import type { App, TerraformStack } from "cdktf";
import type { Target } from "../fleet";
import { FAST_PATH, STACK_FILE, STACKS } from "../names";
import type { SynthesizedStack, TerraformJson } from "../proof";

/** The stack of a target as it was written, with what must be found in it. */
export const readBack = (app: App, target: Target): SynthesizedStack => ({
  id: target.stackId,
  terraform: app.hclOutput ? asJson(app, target.stackId) : written(app, target.stackId),
  expected: {
    controls: target.controls.map(({ id }) => id),
    alarms: (target.liveness?.alarms ?? []).map(({ address }) => `aws_cloudwatch_metric_alarm.${address}`),
    rules: rulesOf(target),
    ...(target.organization ? { organization: target.organization } : {}),
    topics: target.topics.flatMap(({ kind, arn }) => (kind === "hub" ? [arn] : [])),
  },
});

const rulesOf = ({ fastPath }: Target): string[] =>
  [...(fastPath?.rules ?? []).map(({ address }) => address), ...(fastPath?.relay ? [FAST_PATH.relay] : [])].map(
    (address) => `aws_cloudwatch_event_rule.${address}`,
  );

const written = (app: App, stack: string): TerraformJson =>
  JSON.parse(readFileSync(path.join(app.outdir, STACKS, stack, STACK_FILE), "utf8"));

/** What `cdktf synth --hcl` wrote is not read: the same stack is asked for JSON. */
const asJson = (app: App, stack: string): TerraformJson => (app.node.findChild(stack) as TerraformStack).toTerraform();
