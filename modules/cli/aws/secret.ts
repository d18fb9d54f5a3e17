import type { TextOrSecret } from "../../fleet";

/** The environment variable that a `{ fromEnv }` is read from, as Terraform reads it. */
export const secretVariable = ({ fromEnv }: Exclude<TextOrSecret, string>): string => `TF_VAR_${fromEnv}`;

/** A text of the config, from the environment where it is a secret; undefined where that is not set. */
export const secretText = (value: TextOrSecret, env: NodeJS.ProcessEnv): string | undefined =>
  typeof value === "string" ? value : env[secretVariable(value)];
