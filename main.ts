import { configFile } from "./modules/cli/fleet";
import { outputFolder } from "./modules/cli/output";
import { problemReport, readConfig } from "./modules/config";
import { resolve } from "./modules/fleet";
import { BrokenPath } from "./modules/proof";
import { synth } from "./modules/stacks";

const read = readConfig(configFile({}, process.env));

if (read.ok) {
  try {
    synth(resolve(read.config), outputFolder({}, process.env));
  } catch (error) {
    if (!(error instanceof BrokenPath)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
} else {
  console.error(problemReport(read.file, read.problems));
  process.exitCode = 2;
}
