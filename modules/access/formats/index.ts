import { CLOUDFORMATION_ACCOUNT, cloudFormationTemplate, TEMPLATE_SIZE } from "./cloudformation";
import type { Described } from "./described";
import { type Files, policyFiles } from "./documents";
import { TERRAFORM_ACCOUNT, terraformJson } from "./terraform";

export type { Described };

/** A form in which roles are written. */
export interface RoleFormat {
  /** What stands for an account that is not known yet. */
  readonly anyAccount: string;
  /** Whether `anyAccount` may stand in a trust policy too. */
  readonly anyPrincipal: boolean;
  /** Whether a role in it must say who may assume it. */
  readonly needsTrust: boolean;
  /** Bytes that AWS takes of it in a call, where it is given in one. */
  readonly most?: number;
  /** All of it as one value. */
  readonly whole: (described: Described) => object;
  /** The same as files of a folder. */
  readonly files: (described: Described) => Files;
}

export const ROLE_FORMATS = {
  json: {
    anyAccount: "*",
    anyPrincipal: false,
    needsTrust: false,
    whole: ({ roles, boundary }) => ({ roles, boundary }),
    files: policyFiles,
  },
  terraform: {
    anyAccount: TERRAFORM_ACCOUNT,
    anyPrincipal: true,
    needsTrust: true,
    whole: terraformJson,
    files: (described) => ({ "keywatch-roles.tf.json": terraformJson(described) }),
  },
  cloudformation: {
    anyAccount: CLOUDFORMATION_ACCOUNT,
    anyPrincipal: true,
    needsTrust: true,
    most: TEMPLATE_SIZE,
    whole: cloudFormationTemplate,
    files: (described) => ({ "keywatch-roles.template.json": cloudFormationTemplate(described) }),
  },
} as const satisfies Record<string, RoleFormat>;
