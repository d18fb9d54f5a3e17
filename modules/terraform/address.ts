import type { TerraformElement } from "cdktf";

/**
 * Gives an element its Terraform address, without its type; CDKTF would add a hash of where it stands. It must be done
 * before anything refers to the element.
 */
export function atAddress<T extends TerraformElement>(address: string, element: T): T {
  element.overrideLogicalId(address);
  return element;
}
