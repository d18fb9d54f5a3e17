import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { addressesIn, type StateStore } from "./store";

/** State files on this machine; their names are paths. */
export const localStore: StateStore = {
  label: "the folder of the local state",
  list: async (prefix) => {
    const folder = prefix.endsWith("/") ? prefix : path.dirname(prefix);
    const names = await unlessAbsent(readdir(folder, { recursive: true }));
    return (names ?? []).map((name) => path.join(folder, name));
  },
  read: async (name) => {
    const text = await unlessAbsent(readFile(name, "utf8"));
    return text === undefined ? undefined : addressesIn(text);
  },
};

async function unlessAbsent<T>(found: Promise<T>): Promise<T | undefined> {
  try {
    return await found;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}
