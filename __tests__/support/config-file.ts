import { writeFileSync } from "node:fs";
import path from "node:path";
import { inFolder } from "./folder";

/** Calls a function with the path of a config file that holds a text, which is gone afterwards. */
export const withFile = <T>(name: string, text: string, use: (file: string) => T): T =>
  inFolder((folder) => {
    const file = path.join(folder, name);
    writeFileSync(file, text);
    return use(file);
  });
