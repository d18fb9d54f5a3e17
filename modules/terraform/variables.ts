import { TerraformVariable } from "cdktf";
import { Construct } from "constructs";
import type { TextOrSecret } from "../fleet";
import { atAddress } from "./address";

/** The sensitive Terraform variables of a stack, one for each `{ fromEnv }` that its target uses. */
export class Variables extends Construct {
  /** The text itself, or a reference to the variable that holds it. */
  text(value: TextOrSecret): string;
  text(value: TextOrSecret | undefined): string | undefined;
  text(value: TextOrSecret | undefined): string | undefined {
    if (value === undefined || typeof value === "string") return value;
    return this.variable(value.fromEnv).stringValue;
  }

  private variable(name: string): TerraformVariable {
    const existing = this.node.tryFindChild(name);
    if (existing) return existing as TerraformVariable;
    return atAddress(
      name,
      new TerraformVariable(this, name, {
        type: "string",
        sensitive: true,
        nullable: false,
        description: `Given as TF_VAR_${name}.`,
      }),
    );
  }
}
