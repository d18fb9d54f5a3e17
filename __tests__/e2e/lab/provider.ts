import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildOnce } from "./build-once";
import type { Environment } from "./command";
import { newStack } from "./folder";
import { inLab } from "./paths";

/** The AWS provider that every stack of the lab runs on. */
export const awsProvider = { source: "hashicorp/aws", version: "5.100.0" } as const;

const registry = "registry.terraform.io";
const cliConfigName = "terraform.rc";

/**
 * Fetches the provider and returns the variables that make Terraform use it.
 *
 * A plugin cache has the layout of a mirror. Only this one `init` writes it; every other reads it as a mirror, and so
 * links to the provider, asks no registry, and has no neighbour to race with as in a shared cache.
 */
export async function providerMirror(
  platform: string,
  init: (folder: string, env: Environment) => Promise<unknown>,
): Promise<Environment> {
  const { source, version } = awsProvider;
  const mirror = inLab(`providers-${version}`);
  await buildOnce(mirror, join(registry, source, version, platform), (draft) => {
    mkdirSync(draft);
    writeFileSync(join(draft, cliConfigName), cliConfig(mirror));
    const folder = newStack("provider", { terraform: { required_providers: { aws: awsProvider } } });
    return init(folder, { TF_PLUGIN_CACHE_DIR: draft });
  });
  return { TF_CLI_CONFIG_FILE: join(mirror, cliConfigName) };
}

function cliConfig(mirror: string): string {
  return `provider_installation {
  filesystem_mirror {
    path = ${JSON.stringify(mirror)}
  }
  direct {
    exclude = ["${registry}/${awsProvider.source}"]
  }
}
`;
}
