import { bucketArn, keyArn, type Locality, parseArn } from "../../aws";
import { localityOf, type S3Settings, type StateBucket, s3SettingsOf, type Target } from "../../fleet";
import type { Need, Scope } from "../need";

/** What has a state. */
type Stated = Pick<Target | StateBucket, "state" | "account" | "region" | "partition">;

/** Looks at the settings where the caller itself reaches the bucket: a role of the backend has rights of its own. */
const ofStates = (on: (settings: S3Settings, place: Stated) => readonly string[]) => (place: Stated) => {
  const settings = s3SettingsOf(place.state);
  return settings && !settings.assume_role ? on(settings, place) : [];
};

/** The states of all accounts and regions as one: hundreds of keys would not fit into a policy. */
const stateArns = ({ bucket, key }: S3Settings, place: Stated): string[] => {
  const pattern = key.replaceAll(place.account.id, "*").replaceAll(place.region, "*");
  return [bucketArn(localityOf(place), `${bucket}/${pattern}`)];
};

const lockArns = (settings: S3Settings, place: Stated): string[] =>
  settings.use_lockfile === false ? [] : stateArns(settings, place).map((arn) => `${arn}.tflock`);

/** The name of the key's alias, where the config names the key by it. */
const aliasesOf = ({ kms_key_id: key = "" }: S3Settings): string[] => /alias\/.+$/.exec(key)?.slice(0, 1) ?? [];

const keysAt = ({ region }: S3Settings, place: Stated, id: string): string =>
  keyArn({ ...localityOf(place), region, account: "*" } satisfies Locality, id);

const BUCKET: Scope<Stated> = {
  sid: "FindStates",
  label: "the bucket of the states",
  on: ofStates(({ bucket }, place) => [bucketArn(localityOf(place), bucket)]),
};

const STATES: Scope<Stated> = { sid: "States", label: "the states", on: ofStates(stateArns) };

const LOCKS: Scope<Stated> = { sid: "Locks", label: "the locks of the states", on: ofStates(lockArns) };

const KEY: Scope<Stated> = {
  sid: "StateKey",
  label: "the key that encrypts the states",
  on: ofStates((settings, place) => {
    const { kms_key_id: key } = settings;
    if (key === undefined || aliasesOf(settings).length > 0) return [];
    return [parseArn(key) ? key : keysAt(settings, place, key)];
  }),
};

/** A policy cannot name a key by its alias; it can ask which aliases a key has. */
const keysWith = (aliases: readonly string[]): Scope<Stated> => ({
  sid: "StateKeyByAlias",
  label: "the key that encrypts the states, known by its alias",
  on: ofStates((settings, place) => (aliasesOf(settings).length > 0 ? [keysAt(settings, place, "*")] : [])),
  condition: { "ForAnyValue:StringEquals": { "kms:ResourceAliases": aliases } },
});

/** What it may do there, its own policies say. */
const STATE_ROLE: Scope<Stated> = {
  sid: "EnterState",
  label: "the role that reaches the states",
  on: (place) => {
    const role = s3SettingsOf(place.state)?.assume_role?.role_arn;
    return role ? [role] : [];
  },
};

const KEY_USE = { read: ["kms:Decrypt"], write: ["kms:GenerateDataKey"] };

/**
 * What Terraform asks of the bucket of the states; who only reads locks nothing.
 *
 * Source: Terraform language, "Backend Type: s3", permissions.
 */
export const stateNeeds = (places: readonly Stated[]): Need<Stated>[] => [
  { scope: BUCKET, read: ["s3:ListBucket"] },
  { scope: STATES, read: ["s3:GetObject"], write: ["s3:PutObject"] },
  { scope: LOCKS, write: ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"] },
  { scope: KEY, ...KEY_USE },
  { scope: keysWith([...new Set(places.flatMap(ofStates(aliasesOf)))]), ...KEY_USE },
  { scope: STATE_ROLE, read: ["sts:AssumeRole"] },
];
