import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildOnce } from "./build-once";
import type { Environment } from "./command";
import { newStack } from "./folder";
import { inLab } from "./paths";

/** The AWS provider that every stack of the lab runs on. */
export const awsProvider = { source: "hashicorp/aws", version: "5.100.0" } as const;

const registry = "registry.terraform.io";
const cliConfigName = "terraform.rc";
const mirrorFolder = inLab(`providers-${awsProvider.version}`);
const releases = join(registry, awsProvider.source, awsProvider.version);

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
  await buildOnce(mirrorFolder, join(releases, platform), (draft) => {
    mkdirSync(draft);
    writeFileSync(join(draft, cliConfigName), cliConfig(mirrorFolder));
    const folder = newStack("provider", { terraform: { required_providers: { aws: awsProvider } } });
    return init(folder, { TF_PLUGIN_CACHE_DIR: draft });
  });
  return { TF_CLI_CONFIG_FILE: join(mirrorFolder, cliConfigName) };
}

/** The program of the provider. */
export function providerProgram(): string {
  const [platform = ""] = readdirSync(join(mirrorFolder, releases));
  const folder = join(mirrorFolder, releases, platform);
  const program = readdirSync(folder).find((name) => name.startsWith("terraform-provider-aws_"));
  if (program === undefined) throw new Error(`no provider in ${folder}`);
  return join(folder, program);
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
