import type { Seen } from "../seen";
import { onAnswer, type Ruling, rulesOn } from "./link";

/** Whether a key can be used, as a step of that id. Keys that AWS manages are not asked and cannot be switched off. */
export function keyState(seen: Seen, id: string, keyId: string): readonly Ruling[] {
  const key = seen.keys.get(keyId);
  if (!key) return [];
  return onAnswer(key, { id, resource: keyId }, ({ metadata: { KeyState: state, DeletionDate: end } }, at) => {
    const deletion = end ? `, deletion on ${end.toISOString()}` : "";
    const evidence = `The key is ${state ?? "in no known state"}${deletion}.`;
    return [rulesOn({ at, resource: keyId })(id, state === "Enabled", evidence)];
  });
}
