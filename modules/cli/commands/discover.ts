import { existsSync } from "node:fs";
import { type Config, DEFAULT_FILE } from "../../config";
import { AWS_OPTIONS } from "../aws/options";
import { type Call, CONFIG_OPTIONS, defineCommand } from "../command";
import { DISCOVER_OPTIONS, type DiscoverOptions } from "../discover/options";
import type { Discovery } from "../discover/result";
import { EXIT, type ExitCode } from "../exit";
import { withConfig } from "../fleet";

/** The SDK and the YAML parser are loaded by those who need them alone. */
const load = () => require("../discover") as typeof import("../discover");

/** Finds the trails of accounts, and lists the accounts in a config. */
export const discover = defineCommand<DiscoverOptions>({
  usage: "discover",
  description: "Find the trails that alerts can rest on, account by account, and add new accounts to the config.",
  options: [...CONFIG_OPTIONS, ...DISCOVER_OPTIONS, ...AWS_OPTIONS],
  examples: [
    "discover",
    "discover --account 111111111111=payments-prod 222222222222 --regions eu-west-1 us-east-1",
    "discover --organization --role arn:aws:iam::{account}:role/keywatch-audit",
    "discover --organization --write",
    "discover --organization arn:aws:iam::999999999999:role/organization-reader --write accounts.json",
    "discover --json",
  ],
  run: (call) =>
    needsNoConfig(call) ? discovered(call, undefined) : withConfig(call, (config) => discovered(call, config)),
});

/** Whoever names the accounts, and no config, may be about to write the first one. */
const needsNoConfig = ({ options: { account, organization, config }, env }: Call<DiscoverOptions>): boolean =>
  Boolean(account ?? organization) && !config && !env.KEYWATCH_CONFIG && !existsSync(DEFAULT_FILE);

async function discovered(call: Call<DiscoverOptions>, config: Config | undefined): Promise<ExitCode> {
  const { options, terminal } = call;
  const { discover: look, discoveryText, writeAccounts } = load();
  const discovery = await look(call, config);
  if (!discovery) return EXIT.failed;
  terminal.out(options.json ? JSON.stringify(discovery, null, 2) : discoveryText(discovery));
  const written = options.write === undefined || writeAccounts(call, discovery);
  return written && isAsItShouldBe(discovery) ? EXIT.fine : EXIT.failed;
}

/** Whether nobody has to look at anything. */
const isAsItShouldBe = ({ complete, accounts, gone }: Discovery): boolean =>
  complete && gone.length === 0 && accounts.every(({ standing }) => !["differs", "none", "unknown"].includes(standing));
