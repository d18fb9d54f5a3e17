import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { Aspects, type TerraformStack } from "cdktf";

/** Gives every role of a stack, whatever construct makes it, its permissions boundary. */
export function boundRoles(stack: TerraformStack, boundary: string): void {
  Aspects.of(stack).add({
    visit: (construct) => {
      if (construct instanceof IamRole) construct.permissionsBoundary = boundary;
    },
  });
}
