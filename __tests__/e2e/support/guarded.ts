import { DisableKeyCommand, type KMSClient, ListKeysCommand, UpdateKeyDescriptionCommand } from "@aws-sdk/client-kms";
import type { RoleDescription, RoleKind } from "../../../modules/access";
import { RESOURCE_NEEDS } from "../../../modules/access/needs/resources";
import { withRole } from "../../../modules/cli/aws/options";
import type { Target } from "../../../modules/fleet";
import { type Changes, changed, type Raw } from "../../support/fleet";
import { rolesOf } from "../../support/roles";
import { targetsOf } from "../../support/targets";
import { type Account, openAccount } from "../lab/accounts";
import type { Emulator } from "../lab/emulator";
import { createRole, environmentOf } from "../lab/roles";
import type { Terraform } from "../lab/terraform";
import { fleetConfig, management, payments, prepareState, prepareTarget } from "./fleet";
import { LocalFleet } from "./local-fleet";

const REGION = "eu-west-1";
const STACK = `keywatch-${payments}-${REGION}`;
const PIPELINE = `arn:aws:iam::${management.account}:role/keywatch-pipeline`;
const ROOT = `arn:aws:iam::${management.account}:root`;

/** A stack with one of all that the default makes. */
export const guardedFleet = (aws: Pick<Emulator, "url">, changes: Changes = {}): Raw =>
  changed(
    fleetConfig(aws, {
      defaults: { tags: { owner: "security" } },
      accounts: [{ id: payments, name: "payments", regions: [REGION] }],
    }),
    changes,
  );

/** The same after a change of everything that can change without a new name. */
export const changedFleet = (aws: Pick<Emulator, "url">): Raw =>
  guardedFleet(aws, {
    "defaults.tags": { team: "security" },
    "defaults.breakGlassRoles": ["arn:aws:iam::{account}:role/break-glass"],
    "defaults.topic": { displayName: "Key alerts" },
    "defaults.subscriptions[0].rawMessageDelivery": true,
    "defaults.controls": { "cis-4.7": { alarm: { period: 60 }, metric: { value: "2" } } },
  });

/** The roles that `keywatch permissions` writes for a config: those of the account, and that of the pipeline. */
export const rolesFor = (config: Raw): Readonly<Record<RoleKind, RoleDescription>> => ({
  ...rolesOf(config, "deploy", "plan", "audit", "drill", "--account", payments, "--trust", PIPELINE),
  pipeline: rolesOf(config, "pipeline", "--enter", "deploy", "plan", "--trust", ROOT).pipeline,
});

/** A role that lacks one action. */
export const without = (role: RoleDescription, action: string): RoleDescription => ({
  ...role,
  policies: role.policies.map(({ name, document }) => ({
    name,
    document: {
      ...document,
      Statement: document.Statement.map((statement) => ({
        ...statement,
        Action: [statement.Action].flat().filter((allowed) => allowed !== action),
      })).filter(({ Action }) => Action.length > 0),
    },
  })),
});

/** Every action that a role is allowed. */
export const actionsOf = ({ policies }: RoleDescription): string[] => [
  ...new Set(policies.flatMap(({ document }) => document.Statement.flatMap(({ Action }) => Action))),
];

/** An emulated account in which nothing goes but what these roles allow. */
export class Guarded {
  private constructor(
    readonly account: Account,
    private readonly local: LocalFleet,
  ) {}

  /** Empties the emulator and makes what the fleet finds there, with these roles. */
  static async open(aws: Emulator, roles: Readonly<Partial<Record<RoleKind, RoleDescription>>>): Promise<Guarded> {
    await aws.reset();
    await prepareState(aws);
    const account = await prepareTarget(aws, { account: payments, region: REGION });
    const { pipeline, ...members } = roles;
    if (pipeline) await createRole(openAccount(aws, management), pipeline);
    for (const role of Object.values(members)) await createRole(account, role);
    const env = await environmentOf(aws, management, "keywatch-pipeline");
    return new Guarded(account, new LocalFleet("guarded", env));
  }

  /** The address of the first resource, or data source, of the stack that needs an action. */
  addressNeeding(action: string): string {
    const { resource = {}, data: sources = {} } = JSON.parse(this.local.text(STACK));
    const held = { ...resource, ...prefixed(sources) };
    const [type] =
      Object.entries(RESOURCE_NEEDS).find(
        ([name, needs]) =>
          name in held && needs.some(({ read = [], write = [] }) => [...read, ...write].includes(action)),
      ) ?? [];
    if (type === undefined) throw new Error(`nothing in the stack needs ${action}`);
    return `${type}.${Object.keys(held[type])[0]}`;
  }

  /** The stack of a config, ready to plan; by the role that the config names, or another. */
  stack(config: Raw, role?: string): Promise<Terraform> {
    const targets: readonly Target[] = targetsOf(config).map((target) => withRole(target, role));
    this.local.synth(targets);
    return this.local.stack(STACK);
  }
}

/** Does something to every key of an account, as a person could by hand. */
export async function toKeys({ kms }: Account, change: (kms: KMSClient, KeyId: string) => Promise<unknown>) {
  const { Keys = [] } = await kms.send(new ListKeysCommand({}));
  for (const { KeyId = "" } of Keys) await change(kms, KeyId);
}

export const disable = (kms: KMSClient, KeyId: string) => kms.send(new DisableKeyCommand({ KeyId }));
export const redescribe = (kms: KMSClient, KeyId: string) =>
  kms.send(new UpdateKeyDescriptionCommand({ KeyId, Description: "by hand" }));

const prefixed = (sources: object): object =>
  Object.fromEntries(Object.entries(sources).map(([type, entries]) => [`data.${type}`, entries]));
