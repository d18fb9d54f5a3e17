import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import path from "node:path";

/**
 * The environment of Terraform with one cache of providers for all stacks, as `cdktf` sets it and with its switch to
 * leave it out. It lies in the home folder where the environment names no place; an empty variable names none.
 */
export function withPluginCache(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  if (env.CDKTF_DISABLE_PLUGIN_CACHE_ENV) return env;
  const cache = env.TF_PLUGIN_CACHE_DIR || path.join(homedir(), ".terraform.d", "plugin-cache");
  mkdirSync(cache, { recursive: true });
  return { ...env, TF_PLUGIN_CACHE_DIR: cache };
}

/** How the initialization of a stack's folder went. */
interface Initialized {
  readonly ok: boolean;
}

/** Initializes the folder of a stack together with others; gets the path of its lock file, and what does it. */
export type SharedInit = <T extends Initialized>(lockFile: string, init: () => Promise<T>) => Promise<T>;

/**
 * Lets many stacks share the cache, which Terraform writes without a lock: one stack after the other is initialized until
 * one has filled it. The rest take over its choice of providers, and so find all that they need there, side by side.
 */
export function sharedProviders(): SharedInit {
  let chosen: string | undefined;
  let turn: Promise<unknown> = Promise.resolve();
  const follow: SharedInit = (lockFile, init) => {
    if (chosen !== undefined && !existsSync(lockFile)) writeFileSync(lockFile, chosen);
    return init();
  };
  const lead: SharedInit = async (lockFile, init) => {
    if (chosen !== undefined) return follow(lockFile, init);
    const initialized = await init();
    if (initialized.ok && existsSync(lockFile)) chosen = readFileSync(lockFile, "utf8");
    return initialized;
  };
  return (lockFile, init) => {
    if (chosen !== undefined) return follow(lockFile, init);
    const mine = turn.then(() => lead(lockFile, init));
    turn = mine.catch(() => {});
    return mine;
  };
}
