import { nearest, type Site } from "../config";

/** URL of the folder of the runbooks, without a slash at its end; undefined where the config names none. */
export const runbooksOf = (site: Site): string | undefined =>
  nearest(site.layers, "runbooks")?.value.replace(/\/+$/, "");
