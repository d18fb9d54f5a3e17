import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Environment } from "../command";
import type { Hcp } from "./server";

/** The host that the stand-in answers for. */
export const HCP_HOST = "tfe.acme.example";

/**
 * The same environment with the stand-in for HCP Terraform as that host, and somebody logged in there.
 *
 * @param folder where the CLI config may lie that says so
 */
export function withHcp(env: Environment, { url }: Pick<Hcp, "url">, folder: string): Environment {
  const file = join(folder, "terraform.rc");
  const services = ["tfe.v2", "tfe.v2.1", "tfe.v2.2"].map((service) => `"${service}" = "${url}/api/v2/"`);
  const host = `host "${HCP_HOST}" {
  services = { ${services.join(", ")} }
}
credentials "${HCP_HOST}" {
  token = "of-the-test"
}
`;
  writeFileSync(file, `${readFileSync(env.TF_CLI_CONFIG_FILE ?? "", "utf8")}${host}`);
  return { ...env, TF_CLI_CONFIG_FILE: file };
}
