import { bareEnvironment, type Environment } from "./command";
import type { Emulator } from "./emulator";
import { inLab } from "./paths";
import { ready } from "./status";

/** Who calls, where. */
export interface Caller {
  readonly account: string;
  readonly region: string;
}

/** The secret that goes with an account's own access key. */
export const secretAccessKey = "test";

/** What Terraform and CDKTF need to run without an AWS. */
export function terraformEnvironment(): Environment {
  return {
    ...bareEnvironment(),
    ...ready().providers,
    CHECKPOINT_DISABLE: "1",
    TF_CLI_ARGS: "-no-color",
    TF_INPUT: "0",
    TF_IN_AUTOMATION: "1",
    CDKTF_HOME: inLab("cdktf"),
    CDKTF_DISABLE_PLUGIN_CACHE_ENV: "1",
    DISABLE_VERSION_CHECK: "1",
    CI: "1",
  };
}

/** The same, with an emulator in place of AWS and the root of one of its accounts as the caller. */
export function emulatedEnvironment({ url }: Pick<Emulator, "url">, { account, region }: Caller): Environment {
  return {
    ...terraformEnvironment(),
    AWS_ENDPOINT_URL: url,
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: account,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_CONFIG_FILE: "/dev/null",
    AWS_SHARED_CREDENTIALS_FILE: "/dev/null",
    AWS_EC2_METADATA_DISABLED: "true",
    AWS_MAX_ATTEMPTS: "3",
  };
}
