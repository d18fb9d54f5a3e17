import { bucketArn, keyArn, type Locality, parseArn } from "../../aws";
import type { Target } from "../../fleet";
import type { Need, Scope } from "../need";
import { placeOf } from "../scopes";

/** The settings of Terraform's S3 backend that say what its caller must be allowed. */
interface S3Settings {
  readonly bucket: string;
  readonly region: string;
  readonly key: string;
  readonly use_lockfile?: boolean;
  readonly kms_key_id?: string;
  readonly assume_role?: { readonly role_arn: string };
}

const s3Of = ({ state: { block } }: Target): S3Settings | undefined =>
  "backend" in block ? (block.backend.s3 as S3Settings | undefined) : undefined;

/** Looks at the settings where the caller itself reaches the bucket: a role of the backend has rights of its own. */
const ofStates = (on: (settings: S3Settings, target: Target) => readonly string[]) => (target: Target) => {
  const settings = s3Of(target);
  return settings && !settings.assume_role ? on(settings, target) : [];
};

/** The states of all accounts and regions as one: hundreds of keys would not fit into a policy. */
const stateArns = ({ bucket, key }: S3Settings, target: Target): string[] => {
  const pattern = key.replaceAll(target.account.id, "*").replaceAll(target.region, "*");
  return [bucketArn(placeOf(target), `${bucket}/${pattern}`)];
};

const lockArns = (settings: S3Settings, target: Target): string[] =>
  settings.use_lockfile === false ? [] : stateArns(settings, target).map((arn) => `${arn}.tflock`);

/** The name of the key's alias, where the config names the key by it. */
const aliasesOf = ({ kms_key_id: key = "" }: S3Settings): string[] => /alias\/.+$/.exec(key)?.slice(0, 1) ?? [];

const keysAt = ({ region }: S3Settings, target: Target, id: string): string =>
  keyArn({ ...placeOf(target), region, account: "*" } satisfies Locality, id);

const BUCKET: Scope = {
  sid: "FindStates",
  label: "the bucket of the states",
  on: ofStates(({ bucket }, target) => [bucketArn(placeOf(target), bucket)]),
};

const STATES: Scope = {
  sid: "States",
  label: "the states and their locks",
  on: ofStates((settings, target) => [...stateArns(settings, target), ...lockArns(settings, target)]),
};

const LOCKS: Scope = { sid: "Unlock", label: "the locks of the states", on: ofStates(lockArns) };

const KEY: Scope = {
  sid: "StateKey",
  label: "the key that encrypts the states",
  on: ofStates((settings, target) => {
    const { kms_key_id: key } = settings;
    if (key === undefined || aliasesOf(settings).length > 0) return [];
    return [parseArn(key) ? key : keysAt(settings, target, key)];
  }),
};

/** A policy cannot name a key by its alias; it can ask which aliases a key has. */
const keysWith = (aliases: readonly string[]): Scope => ({
  sid: "StateKeyByAlias",
  label: "the key that encrypts the states, known by its alias",
  on: ofStates((settings, target) => (aliasesOf(settings).length > 0 ? [keysAt(settings, target, "*")] : [])),
  condition: { "ForAnyValue:StringEquals": { "kms:ResourceAliases": aliases } },
});

const STATE_ROLE: Scope = {
  sid: "EnterState",
  label: "the role that reaches the states",
  on: (target) => {
    const role = s3Of(target)?.assume_role?.role_arn;
    return role ? [role] : [];
  },
};

const KEY_USE = { read: ["kms:Decrypt"], write: ["kms:GenerateDataKey"] };

/**
 * What Terraform asks of the bucket of the states.
 *
 * Source: Terraform language, "Backend Type: s3", permissions.
 */
export const stateNeeds = (targets: readonly Target[]): Need[] => [
  { scope: BUCKET, read: ["s3:ListBucket"] },
  { scope: STATES, read: ["s3:GetObject"], write: ["s3:PutObject"] },
  { scope: LOCKS, write: ["s3:DeleteObject"] },
  { scope: KEY, ...KEY_USE },
  { scope: keysWith([...new Set(targets.flatMap(ofStates(aliasesOf)))]), ...KEY_USE },
  { scope: STATE_ROLE, write: ["sts:AssumeRole"] },
];
