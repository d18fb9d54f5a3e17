import { existsSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { buildOnce } from "./build-once";
import type { Environment } from "./command";
import { newStack } from "./folder";
import { inLab } from "./paths";

/** The AWS provider that every stack of the lab runs on. */
export const awsProvider = { source: "hashicorp/aws", version: "5.100.0" } as const;

/** Where Terraform and OpenTofu look for a provider that stacks name without a host. */
const registries = ["registry.terraform.io", "registry.opentofu.org"] as const;
const cliConfigName = "terraform.rc";

/**
 * Fetches the provider and returns the variables that make Terraform use it, and OpenTofu the same one.
 *
 * A plugin cache has the layout of a mirror. Only this one `init` writes it; every other reads it as a mirror, and so
 * links to the provider, asks no registry, and has no neighbour to race with as in a shared cache.
 */
export async function providerMirror(
  platform: string,
  init: (folder: string, env: Environment) => Promise<unknown>,
): Promise<Environment> {
  const mirror = inLab(`mirror-${awsProvider.version}`);
  await buildOnce(mirror, cliConfigName, async (draft) => {
    mkdirSync(draft);
    const folder = newStack("provider", { terraform: { required_providers: { aws: awsProvider } } });
    await init(folder, { TF_PLUGIN_CACHE_DIR: draft });
    shareProvider(draft, platform);
    writeFileSync(join(draft, cliConfigName), cliConfig(mirror));
  });
  return { TF_CLI_CONFIG_FILE: join(mirror, cliConfigName) };
}

/** Puts what was fetched from one registry where it would be if it had come from another. */
function shareProvider(mirror: string, platform: string): void {
  const { source, version } = awsProvider;
  const packages = registries.map((registry) => join(mirror, registry, source, version, platform));
  const fetched = packages.filter((folder) => existsSync(folder));
  for (const folder of packages.filter((one) => !fetched.includes(one))) {
    mkdirSync(dirname(folder), { recursive: true });
    symlinkSync(relative(dirname(folder), fetched[0] as string), folder);
  }
}

function cliConfig(mirror: string): string {
  return `provider_installation {
  filesystem_mirror {
    path = ${JSON.stringify(mirror)}
  }
  direct {
    exclude = ${JSON.stringify(registries.map((registry) => `${registry}/${awsProvider.source}`))}
  }
}
`;
}
