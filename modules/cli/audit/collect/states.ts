import pMap from "p-map";
import type { Target } from "../../../fleet";
import { type Answer, answered } from "../../aws";
import type { FleetStore } from "../../states";

/** As many as targets are asked at a time, where nobody says otherwise; each is read as a whole. */
const STATES_AT_A_TIME = 16;

/** A state that should hold nothing, with what it holds. */
export interface SeenState {
  readonly name: string;
  /** Where its name says that the resources are; the target, where it has retired. */
  readonly account: string;
  readonly region: string;
  readonly retired?: Target;
  readonly resources: Answer<readonly string[]>;
}

/** What was seen of a store of states. */
export interface SeenStore {
  readonly label: string;
  /** How many states it keeps, and those of no target or of a target that has retired. */
  readonly states: Answer<{ readonly kept: number; readonly leftovers: readonly SeenState[] }>;
}

/** Lists a store's states, and reads those that should hold nothing. */
export async function seeStore({ store, template, names }: FleetStore, signal: AbortSignal): Promise<SeenStore> {
  const states = await answered(signal, async () => {
    const kept = (await store.list(template.prefix)).flatMap((name) => {
      const found = template.pattern.exec(name);
      return found ? [{ name, place: found.groups ?? {} }] : [];
    });
    const leftovers = kept.filter(({ name }) => names.get(name)?.retired || !names.has(name));
    const read = async ({ name, place }: (typeof kept)[number]): Promise<SeenState> => ({
      name,
      account: place.account ?? "",
      region: place.region ?? "",
      retired: names.get(name),
      resources: await answered(signal, async () => (await store.read(name))?.map(({ address }) => address) ?? []),
    });
    return { kept: kept.length, leftovers: await pMap(leftovers, read, { concurrency: STATES_AT_A_TIME }) };
  });
  return { label: store.label, states };
}
