import { linkSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";

/** Puts a text in the place of a file's, as a whole or not at all; through a link, and with the file's own rights. */
export function replaceFile(file: string, text: string): void {
  const target = realpathSync(file);
  withDraft(target, text, statSync(target).mode, (draft) => renameSync(draft, target));
}

/**
 * Makes a file with a text, as a whole or not at all.
 *
 * @returns false where there is such a file already, which then stays as it is.
 */
export function makeFile(file: string, text: string): boolean {
  return withDraft(file, text, 0o666, (draft) => {
    try {
      linkSync(draft, file);
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
      throw error;
    }
  });
}

/** Calls a function with a file beside the one that is meant, which is gone afterwards. */
function withDraft<T>(file: string, text: string, mode: number, use: (draft: string) => T): T {
  const draft = `${file}.${process.pid}.draft`;
  try {
    writeFileSync(draft, text, { mode });
    return use(draft);
  } finally {
    rmSync(draft, { force: true });
  }
}
