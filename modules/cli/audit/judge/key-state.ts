import type { Seen } from "../seen";
import { onAnswer, type Ruling } from "./link";

/** Whether a key can be used, as a step of that id. Keys that AWS manages are not asked and cannot be switched off. */
export function keyState(seen: Seen, id: string, keyId: string): readonly Ruling[] {
  const key = seen.keys.get(keyId);
  if (!key) return [];
  return onAnswer(key, { id, resource: keyId }, ({ metadata: { KeyState, DeletionDate } }, at) => [
    {
      id,
      at,
      resource: keyId,
      holds: KeyState === "Enabled",
      evidence: `The key is ${KeyState ?? "in no known state"}${DeletionDate ? `, deletion on ${DeletionDate.toISOString()}` : ""}.`,
    },
  ]);
}
