import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { RoleDescription } from "../../../modules/access";
import { withRole } from "../../../modules/cli/aws/options";
import type { Target } from "../../../modules/fleet";
import { stackId } from "../../../modules/names";
import type { Account } from "../lab/accounts";
import { allow, createRole } from "../lab/roles";
import type { RunningProvider } from "../lab/running-provider";
import type { Terraform } from "../lab/terraform";
import { earlier } from "./earlier";
import type { Grant } from "./grants";
import { attemptOf, grow } from "./grow";
import { LocalFleet } from "./local-fleet";

/** What Terraform does with a stack. Nobody else works on it, so that its state is true but where things were changed. */
const JOBS = {
  make: ["apply", "-refresh=false"],
  change: ["apply"],
  plan: ["plan"],
  destroy: ["destroy", "-refresh=false"],
} as const;

/** A stack on which roles are grown, in an emulated account that allows nothing but what they have. */
export class GrownStack {
  private constructor(
    private readonly account: Account,
    private readonly targets: readonly Target[],
    private readonly fleet: LocalFleet,
  ) {}

  /** The stack that a fleet has in an account, in which roles are made. */
  static async open(
    account: Account,
    targets: readonly Target[],
    provider: RunningProvider,
    roles: readonly RoleDescription[],
  ): Promise<GrownStack> {
    for (const role of roles) await createRole(account, role);
    return new GrownStack(account, targets, new LocalFleet("grown", provider.env));
  }

  private get id(): string {
    return stackId("keywatch", this.account.account, this.account.region);
  }

  /** Makes the stack as it was before, by the root of its account. */
  async makeEarlier(): Promise<void> {
    const terraform = await this.written();
    const stack = JSON.parse(this.fleet.text(this.id));
    const file = join(this.fleet.folder(this.id), "cdk.tf.json");
    writeFileSync(file, JSON.stringify(earlier(stack, this.account.account)));
    await terraform.apply();
  }

  /** Grows a role until it can do a job; returns what the job failed for. */
  async needs(job: keyof typeof JOBS, role: RoleDescription, from: readonly Grant[]): Promise<Grant[]> {
    const terraform = await this.written(`arn:aws:iam::{account}:role/${role.name}`);
    const [command, ...options] = JOBS[job];
    return grow({
      role,
      from,
      allow: (limited) => allow(this.account, limited),
      job: async () => attemptOf(await terraform.attempt(command, ...options)),
    });
  }

  private written(role?: string): Promise<Terraform> {
    this.fleet.synth(this.targets.map((target) => withRole(target, role)));
    return this.fleet.stack(this.id);
  }
}
