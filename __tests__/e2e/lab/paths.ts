import { resolve } from "node:path";

/** The root of the project under test. */
export const projectRoot = resolve(__dirname, "../../..");

/** Everything that the lab writes; git ignores it, and removing it is always safe. */
export const labRoot = resolve(projectRoot, ".lab");

/** A path below the project's root. */
export const inProject = (...segments: readonly string[]): string => resolve(projectRoot, ...segments);

/** A path below the lab's folder. */
export const inLab = (...segments: readonly string[]): string => resolve(labRoot, ...segments);
