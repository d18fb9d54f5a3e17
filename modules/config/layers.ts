import { type Draft, isLeftOut } from "./draft";
import type { Path } from "./problem";
import type { Settings } from "./schema";

/** Settings that apply to a target, and where in the config they stand. */
export interface Layer {
  readonly settings: Settings;
  readonly path: Path;
}

/** A setting's value and the path where it was found. */
export interface Found<T> {
  readonly value: T;
  readonly path: Path;
}

/** What an account, and a region of it, is given, nearest first: the region's overrides, the account, the defaults. */
export function layersOf(config: Draft, index: number, region?: string): readonly Layer[] {
  const account = config.accounts?.[index];
  return [
    { settings: account?.overrides?.[region ?? ""] ?? {}, path: ["accounts", index, "overrides", region ?? ""] },
    { settings: account ?? {}, path: ["accounts", index] },
    { settings: config.defaults ?? {}, path: ["defaults"] },
  ];
}

/** The nearest layer's value of a setting: it replaces all that stands further away. */
export function nearest<K extends keyof Settings>(
  layers: readonly Layer[],
  key: K,
): Found<NonNullable<Settings[K]>> | undefined {
  for (const { settings, path } of layers) {
    const value = settings[key];
    if (value !== undefined && value !== null) return { value, path: [...path, key] };
  }
  return undefined;
}

/** Whether no layer gives a setting, not even wrongly: then it is missing. */
export const isMissing = (config: Draft, layers: readonly Layer[], key: keyof Settings): boolean =>
  nearest(layers, key) === undefined && !layers.some(({ path }) => isLeftOut(config, [...path, key]));

/** The tags of all layers, of each key the nearest value. */
export function mergedTags(layers: readonly Layer[]): Record<string, string> {
  return Object.assign({}, ...layers.map(({ settings }) => settings.tags).reverse());
}
