import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { CreatePolicyCommand } from "@aws-sdk/client-iam";
import { actionsOf, boundaryOf } from "../../../modules/access";
import type { Audit } from "../../../modules/cli/audit";
import type { Target } from "../../../modules/fleet";
import { type Changes, changed } from "../../support/fleet";
import { keywatchAsync, type Ran } from "../../support/keywatch";
import { targetsOf } from "../../support/targets";
import { type Account, openAccount } from "../lab/accounts";
import type { Emulator } from "../lab/emulator";
import { newFolder } from "../lab/folder";
import { createQueue } from "../lab/ground";
import {
  data,
  fleetConfig,
  logGroup,
  management,
  payments,
  pipeline,
  prepareState,
  queueName,
  queueTemplate,
} from "./fleet";
import { inPairs } from "./pairs";
import { Project } from "./project";
import { createTrail } from "./trail";

export const security = management.account;
export const ids = [payments, data, security];
export const stackOf = (account: string): string => `keywatch-${account}-eu-west-1`;

/** An account that publishes to a hub, one with its own topic and all that there is, and the hub; all with the fast path. */
export const fleet = {
  defaults: { fastPath: true },
  accounts: [
    { id: payments, name: "payments", topic: { hub: security } },
    {
      id: data,
      name: "data",
      liveness: true,
      dashboard: true,
      queries: true,
      permissionsBoundary: "keywatch-boundary",
      subscriptions: [
        { protocol: "sqs", endpoint: queueTemplate },
        { protocol: "email", endpoint: "data@acme.example" },
      ],
    },
    { id: security, name: "security" },
  ],
};

/** What an audit asks of the stack of an organization, and of all others. */
const OF_ORGANIZATION = /^(cloudformation|organizations):/;
export const organizationActions = actionsOf("audit").filter((action) => OF_ORGANIZATION.test(action));
export const fleetActions = actionsOf("audit").filter((action) => !OF_ORGANIZATION.test(action));

/** A fleet that is deployed and in order, with trails that deliver. */
export interface AuditedFleet {
  readonly accountOf: (id: string) => Account;
  /** `keywatch audit` of the fleet as it was deployed, or of another config. */
  readonly run: (args?: readonly string[], config?: string) => Promise<Ran>;
  readonly audited: (args?: readonly string[], config?: string) => Promise<Audit>;
  /** The file of the fleet's config, changed. */
  readonly configWith: (changes: Changes) => string;
}

/**
 * Makes the ground, deploys the stacks by Terraform, and lets this process be the pipeline, so that the command finds its
 * credentials and the emulator as it would find AWS.
 */
export async function deployFleet(aws: Emulator): Promise<AuditedFleet> {
  Object.assign(process.env, pipeline(aws));
  await prepareState(aws);
  const accounts = new Map(ids.map((id) => [id, openAccount(aws, { account: id, region: "eu-west-1" })]));
  for (const account of accounts.values()) {
    await createTrail(account, logGroup);
    await createQueue(account, queueName);
    await createBoundary(account, targetsOf(fleetConfig(aws, fleet)));
  }
  const project = new Project("audit", fleetConfig(aws, fleet), pipeline(aws));
  await project.synth();
  const apply = async (id: string) => (await project.stack(stackOf(id))).apply();
  await inPairs([security, data], apply);
  await apply(payments);

  const run: AuditedFleet["run"] = (args = [], config = project.config) =>
    keywatchAsync(["audit", "--config", config, ...args], process.env);
  return {
    accountOf: (id) => accounts.get(id) as Account,
    run,
    audited: async (args = [], config) => JSON.parse((await run(["--json", ...args], config)).out),
    configWith: (changes) => {
      const file = join(newFolder("audit"), "keywatch.config.json");
      writeFileSync(file, JSON.stringify(changed(fleetConfig(aws, fleet), changes)));
      return file;
    },
  };
}

/** Makes the policy that bounds the roles in an account, where the config names one. */
async function createBoundary({ account, iam }: Account, fleet: readonly Target[]): Promise<void> {
  const targets = fleet.filter((target) => target.account.id === account);
  const boundary = boundaryOf({ targets, fleet, accountText: (id) => id });
  if (!boundary) return;
  const { name, path, document } = boundary;
  await iam.send(new CreatePolicyCommand({ PolicyName: name, Path: path, PolicyDocument: JSON.stringify(document) }));
}

/** Everything that is no pass, sorted: whose target (or `fleet`), what verdict, which step. */
export const findingsOf = ({ targets, fleet }: Audit): string[] =>
  [...targets, { stackId: "fleet", steps: fleet }]
    .flatMap(({ stackId, steps }) => steps.map(({ id, verdict }) => ({ id, verdict, stackId })))
    .filter(({ verdict }) => verdict !== "pass")
    .map(({ id, verdict, stackId }) => `${stackId} ${verdict} ${id}`)
    .sort();
