import { readdirSync } from "node:fs";
import path from "node:path";
import { problemReport, readConfig } from "../../modules/config";
import { resolve, stateBucketOf, workspacesOf } from "../../modules/fleet";
import { stackTexts, stateStackText, workspacesStackText } from "./stacks";

const FOLDER = path.resolve(__dirname, "../../examples");

/** An example config, and the folder of the stacks that it must become. */
export interface Example {
  readonly name: string;
  readonly file: string;
  readonly golden: string;
}

/** Every example, by its folder. */
export const EXAMPLES: readonly Example[] = readdirSync(FOLDER).map((name) => {
  const folder = path.join(FOLDER, name);
  const file = readdirSync(folder).find((entry) => entry.startsWith("keywatch.config.")) as string;
  return { name, file: path.join(folder, file), golden: path.join(folder, "golden") };
});

/** The stacks that an example becomes now, by the names of their golden files. */
export function goldenFiles({ file }: Example): Record<string, string> {
  const read = readConfig(file);
  if (!read.ok) throw new Error(problemReport(file, read.problems));
  const bucket = stateBucketOf(read.config);
  const workspaces = workspacesOf(read.config);
  const texts = [
    ...Object.entries(stackTexts(resolve(read.config))),
    ...(bucket ? [[bucket.stackId, stateStackText(bucket)]] : []),
    ...(workspaces ? [[workspaces.stackId, workspacesStackText(workspaces)]] : []),
  ];
  return Object.fromEntries(texts.map(([stack, text]) => [`${stack}.tf.json`, `${text}\n`]));
}
