import { CommandError } from "./command";

/** What a command of Terraform that was told `-json` complained of: the detail of every diagnosis. */
export function diagnosesOf(failure: unknown): readonly string[] {
  if (!(failure instanceof CommandError)) throw failure;
  return failure.result.stdout
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line).diagnostic?.detail)
    .filter((detail) => detail !== undefined);
}
