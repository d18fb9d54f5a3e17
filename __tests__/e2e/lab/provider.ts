import { existsSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { buildOnce } from "./build-once";
import type { Environment } from "./command";
import { newStack } from "./folder";
import { inLab } from "./paths";

/** A provider of the registry, in one version. */
export interface Provider {
  readonly source: string;
  readonly version: string;
}

/** The AWS provider that every stack of the lab runs on. */
export const awsProvider = { source: "hashicorp/aws", version: "5.100.0" } as const satisfies Provider;

/** The provider of HCP Terraform that its workspaces are made by: the oldest that the stack accepts. */
export const tfeProvider = { source: "hashicorp/tfe", version: "0.75.0" } as const satisfies Provider;

/** Where Terraform and OpenTofu look for a provider that stacks name without a host. */
const registries = ["registry.terraform.io", "registry.opentofu.org"] as const;
const cliConfigName = "terraform.rc";

/**
 * Fetches a provider and returns the variables that make Terraform use it, and OpenTofu the same one.
 *
 * A plugin cache has the layout of a mirror. Only this one `init` writes it; every other reads it as a mirror, and so
 * links to the provider, asks no registry, and has no neighbour to race with as in a shared cache.
 */
export async function providerMirror(
  provider: Provider,
  platform: string,
  init: (folder: string, env: Environment) => Promise<unknown>,
): Promise<Environment> {
  const { source, version } = provider;
  const mirror = inLab(`mirror-${basename(source)}-${version}`);
  await buildOnce(mirror, cliConfigName, async (draft) => {
    mkdirSync(draft);
    const folder = newStack("provider", { terraform: { required_providers: { [basename(source)]: provider } } });
    await init(folder, { TF_PLUGIN_CACHE_DIR: draft });
    share(registries.map((registry) => join(draft, registry, source, version, platform)));
    writeFileSync(join(draft, cliConfigName), cliConfig(mirror, source));
  });
  return { TF_CLI_CONFIG_FILE: join(mirror, cliConfigName) };
}

/** Puts what was fetched from one registry where it would be if it had come from another. */
function share(packages: readonly string[]): void {
  const fetched = packages.filter((folder) => existsSync(folder));
  for (const folder of packages.filter((one) => !fetched.includes(one))) {
    mkdirSync(dirname(folder), { recursive: true });
    symlinkSync(relative(dirname(folder), fetched[0] as string), folder);
  }
}

function cliConfig(mirror: string, source: string): string {
  return `provider_installation {
  filesystem_mirror {
    path = ${JSON.stringify(mirror)}
  }
  direct {
    exclude = ${JSON.stringify(registries.map((registry) => `${registry}/${source}`))}
  }
}
`;
}
