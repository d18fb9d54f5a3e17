import type { Path } from "../../modules/config";

/**
 * The path that a text such as `accounts[0].overrides["us-east-1"]` means: `pathText` backwards.
 */
export function parsePath(text: string): Path {
  return [...text.matchAll(/\["([^"]+)"\]|\[(\d+)\]|([^.[]+)/g)].map(
    ([, quoted, position, key]) => quoted ?? key ?? Number(position),
  );
}
