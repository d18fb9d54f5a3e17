import path from "node:path";
import type { S3Settings, StateBlock, Target } from "../../fleet";
import { STACKS } from "../../names";
import { localStore } from "./local";
import { s3Store } from "./s3";
import type { StateStore } from "./store";
import { organizationStateOf, type Template, templateOf } from "./template";

/** The states of a fleet where they lie: local files and S3 buckets can be read. */
export type { StateStore } from "./store";

/** A store with the targets whose states it keeps, each by its state's name. */
export interface FleetStore {
  readonly store: StateStore;
  readonly template: Template;
  readonly names: ReadonlyMap<string, Target>;
  /** Name of the state that the stack of an organization would have; absent where there is one. */
  readonly organization?: string;
}

/** How stores are reached. */
export interface StateAccess {
  /** Folder that synth writes to, to which the paths of local states are relative. */
  readonly outdir: string;
  readonly signal: AbortSignal;
}

/** Where the state of a target lies; undefined where its backend cannot be read from here. */
type Located = { readonly key: string; readonly name: string; readonly open: () => StateStore } | undefined;

const LOCATE: Readonly<
  Record<string, (settings: Record<string, unknown>, target: Target, access: StateAccess) => Located>
> = {
  local: (settings, { stackId }, { outdir }) => ({
    key: "local",
    name: path.resolve(outdir, STACKS, stackId, String(settings.path)),
    open: () => localStore,
  }),
  s3: ({ key: name, ...settings }, _, { signal }) => ({
    key: JSON.stringify(settings),
    name: String(name),
    open: () => s3Store(settings as unknown as S3Settings, signal),
  }),
};

const settingsOf = ({ block, kind }: StateBlock): Record<string, unknown> =>
  ("backend" in block ? (block.backend[kind] as Record<string, unknown>) : undefined) ?? {};

/** The stores of a fleet, each once, and the targets whose state cannot be read from here. */
export function fleetStores(targets: readonly Target[], access: StateAccess) {
  const stores = new Map<string, FleetStore & { names: Map<string, Target> }>();
  const unreadable: Target[] = [];
  const hasOrganization = targets.some(({ organization }) => organization);
  for (const target of targets) {
    const located = LOCATE[target.state.kind]?.(settingsOf(target.state), target, access);
    if (!located) {
      unreadable.push(target);
      continue;
    }
    const template = templateOf(located.name, target);
    const key = `${located.key} ${template.pattern.source}`;
    const known = stores.get(key) ?? {
      store: located.open(),
      template,
      names: new Map(),
      organization: hasOrganization ? undefined : organizationStateOf(located.name, target),
    };
    known.names.set(located.name, target);
    stores.set(key, known);
  }
  return { stores: [...stores.values()] as readonly FleetStore[], unreadable: unreadable as readonly Target[] };
}
