import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * Makes a folder that holds `proof`, unless it is there. It is built aside and renamed, so that nobody sees half of it;
 * where two build at once, the first to finish wins and the other's work is dropped.
 */
export async function buildOnce(
  folder: string,
  proof: string,
  build: (draft: string) => Promise<unknown>,
): Promise<string> {
  const isBuilt = () => existsSync(join(folder, proof));
  if (isBuilt()) return folder;
  const draft = `${folder}.draft-${process.pid}`;
  mkdirSync(dirname(folder), { recursive: true });
  try {
    await build(draft);
    if (isBuilt()) return folder;
    rmSync(folder, { recursive: true, force: true });
    renameSync(draft, folder);
  } catch (error) {
    if (!isBuilt()) throw error;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  return folder;
}
