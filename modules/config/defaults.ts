/** Versions that may apply the stacks: S3 lock files came with Terraform 1.10, and two providers are tested. */
export const DEFAULT_VERSIONS = { terraform: ">= 1.10.0", aws: ">= 5.100.0, < 7.0.0" } as const;

/** Folder of local state, relative to where synth runs. */
export const DEFAULT_LOCAL_FOLDER = "state";

/** Days in which a state that was overwritten or deleted can be had back. */
export const DEFAULT_STATE_DAYS = 90;

/** Days that the log group of a created trail keeps events: a year, which Checkov asks for. */
export const DEFAULT_RETENTION_DAYS = 365;

/** Folder in the repository of the synthesized stacks, as CDKTF names it. */
export const DEFAULT_REPOSITORY_FOLDER = "cdktf.out";

/** Version of the secrets' values in HCP Terraform: with the next one they are written anew. */
export const DEFAULT_SECRETS_VERSION = 1;
