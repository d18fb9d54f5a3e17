import type { StateBlock } from "./target";

/**
 * The settings of Terraform's S3 backend that are read again: how the bucket is reached, and what its caller must be
 * allowed.
 *
 * @see https://developer.hashicorp.com/terraform/language/backend/s3
 */
export interface S3Settings {
  readonly bucket: string;
  readonly region: string;
  readonly key: string;
  readonly use_lockfile?: boolean;
  readonly kms_key_id?: string;
  readonly profile?: string;
  readonly use_path_style?: boolean;
  readonly endpoints?: { readonly s3?: string; readonly sts?: string };
  readonly assume_role?: AssumedRole;
}

/** The role by which the backend reaches its bucket. */
export interface AssumedRole {
  readonly role_arn: string;
  readonly external_id?: string;
  readonly session_name?: string;
  readonly source_identity?: string;
  readonly policy?: string;
  readonly policy_arns?: readonly string[];
  readonly tags?: Readonly<Record<string, string>>;
  readonly transitive_tag_keys?: readonly string[];
}

/** The settings of a state that an S3 bucket keeps. */
export const s3SettingsOf = ({ block }: StateBlock): S3Settings | undefined =>
  "backend" in block ? (block.backend.s3 as S3Settings | undefined) : undefined;
