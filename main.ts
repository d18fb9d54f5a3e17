import { DEFAULT_FILE, problemReport, readConfig } from "./modules/config";
import { resolve } from "./modules/fleet";
import { BrokenPath } from "./modules/proof";
import { synth } from "./modules/stacks";

const read = readConfig(process.env.KEYWATCH_CONFIG ?? DEFAULT_FILE);

if (read.ok) {
  try {
    synth(resolve(read.config));
  } catch (error) {
    if (!(error instanceof BrokenPath)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
} else {
  console.error(problemReport(read.file, read.problems));
  process.exitCode = 2;
}
