import { createHash } from "node:crypto";
import type { Rollout } from "../config";
import type { Target } from "./target";

type Wave = Rollout["waves"][number];

/**
 * The number of the wave in which an account is deployed, from 1: the first that names it, else a last one.
 *
 * Shares follow from the account's id alone and add up from wave to wave, so that an account that comes or goes moves no
 * other.
 */
export function waveOf(rollout: Rollout | undefined, account: string, tags: Readonly<Record<string, string>>): number {
  const waves = rollout?.waves ?? [];
  const found = waves.findIndex((wave, index) => names(wave, account, tags, sharedUpTo(waves, index)));
  return found < 0 ? lastWave(rollout) : found + 1;
}

/** The number of the wave of all that no wave names. */
export const lastWave = (rollout: Rollout | undefined): number => (rollout?.waves.length ?? 0) + 1;

function names(wave: Wave, account: string, tags: Readonly<Record<string, string>>, shared: number): boolean {
  if ("accounts" in wave) return wave.accounts.includes(account);
  if ("tags" in wave) return Object.entries(wave.tags).every(([key, value]) => tags[key] === value);
  return placeOf(account) < shared;
}

/** Per cent of the accounts that the shares up to a wave add up to. */
const sharedUpTo = (waves: readonly Wave[], index: number): number =>
  waves.slice(0, index + 1).reduce((sum, wave) => sum + ("share" in wave ? wave.share : 0), 0);

/** Where an account stands among all that there could be, from 0 to below 100. */
const placeOf = (account: string): number =>
  (createHash("sha256").update(account).digest().readUInt32BE() / 2 ** 32) * 100;

/** The targets with every hub in a wave no later than the earliest of those that publish to it. */
export function liftHubs(targets: readonly Target[]): Target[] {
  const before = new Map(targets.map(({ stackId, dependsOn }) => [stackId, dependsOn]));
  const waves = new Map(targets.map(({ stackId, wave }) => [stackId, wave]));
  const lift = (stackId: string, wave: number): void => {
    for (const hub of before.get(stackId) ?? []) {
      if ((waves.get(hub) ?? 0) <= wave) continue;
      waves.set(hub, wave);
      lift(hub, wave);
    }
  };
  for (const { stackId, wave } of targets) lift(stackId, wave);
  return targets.map((target) => ({ ...target, wave: waves.get(target.stackId) ?? target.wave }));
}
