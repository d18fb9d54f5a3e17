import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
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

const registry = "registry.terraform.io";
const cliConfigName = "terraform.rc";
const mirrorOf = ({ source, version }: Provider): string => inLab(`providers-${basename(source)}-${version}`);
const releasesOf = ({ source, version }: Provider): string => join(registry, source, version);

/**
 * Fetches a provider and returns the variables that make Terraform use it.
 *
 * A plugin cache has the layout of a mirror. Only this one `init` writes it; every other reads it as a mirror, and so
 * links to the provider, asks no registry, and has no neighbour to race with as in a shared cache.
 */
export async function providerMirror(
  provider: Provider,
  platform: string,
  init: (folder: string, env: Environment) => Promise<unknown>,
): Promise<Environment> {
  const { source } = provider;
  const mirror = mirrorOf(provider);
  await buildOnce(mirror, join(releasesOf(provider), platform), (draft) => {
    mkdirSync(draft);
    writeFileSync(join(draft, cliConfigName), cliConfig(mirror, source));
    const folder = newStack("provider", { terraform: { required_providers: { [basename(source)]: provider } } });
    return init(folder, { TF_PLUGIN_CACHE_DIR: draft });
  });
  return { TF_CLI_CONFIG_FILE: join(mirror, cliConfigName) };
}

/** The program of the AWS provider. */
export function providerProgram(): string {
  const releases = join(mirrorOf(awsProvider), releasesOf(awsProvider));
  const [platform = ""] = readdirSync(releases);
  const folder = join(releases, platform);
  const program = readdirSync(folder).find((name) => name.startsWith("terraform-provider-aws_"));
  if (program === undefined) throw new Error(`no provider in ${folder}`);
  return join(folder, program);
}

function cliConfig(mirror: string, source: string): string {
  return `provider_installation {
  filesystem_mirror {
    path = ${JSON.stringify(mirror)}
  }
  direct {
    exclude = ["${registry}/${source}"]
  }
}
`;
}
