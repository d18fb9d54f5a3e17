import pMap from "p-map";
import type { Target } from "../../../fleet";
import { type Answer, answered } from "../../aws";
import type { FleetStore } from "../../states";

/** As many as targets are asked at a time, where nobody says otherwise; each is read as a whole. */
const STATES_AT_A_TIME = 16;

/** A state that should hold nothing, with what it holds. */
export interface SeenState {
  readonly name: string;
  /** Where its name says that the resources are; absent for that of an organization's stack. */
  readonly place?: { readonly account: string; readonly region: string };
  /** The target, where it has retired. */
  readonly retired?: Target;
  readonly resources: Answer<readonly string[]>;
}

/** What was seen of a store of states. */
export interface SeenStore {
  readonly label: string;
  /** How many states it keeps, and those of no target or of a target that has retired. */
  readonly states: Answer<{ readonly kept: number; readonly leftovers: readonly SeenState[] }>;
}

type Named = Pick<SeenState, "name" | "place">;

/** Lists a store's states, and reads those that should hold nothing. */
export async function seeStore(of: FleetStore, signal: AbortSignal): Promise<SeenStore> {
  const { store, template, names } = of;
  const states = await answered(signal, async () => {
    const named = (await store.list(template.prefix)).flatMap((name) => namedIn(of, name));
    const leftovers = named.filter(({ name }) => names.get(name)?.retired || !names.has(name));
    const read = async ({ name, place }: Named): Promise<SeenState> => ({
      name,
      place,
      retired: names.get(name),
      resources: await answered(signal, async () => (await store.read(name)) ?? []),
    });
    return { kept: named.length, leftovers: await pMap(leftovers, read, { concurrency: STATES_AT_A_TIME }) };
  });
  return { label: store.label, states };
}

/** What a name says of the state that it is of; an empty list where it is of none of the fleet. */
function namedIn({ template, organization }: FleetStore, name: string): Named[] {
  const found = template.pattern.exec(name);
  if (found) return [{ name, place: { account: "", region: "", ...found.groups } }];
  return name === organization ? [{ name }] : [];
}
