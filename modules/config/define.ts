import type { Config } from "./schema";

/**
 * Types a config in an editor: `export default defineConfig({ ... })`.
 *
 * It changes nothing and checks nothing; `keywatch validate` does.
 */
export const defineConfig = (config: Config): Config => config;
