import { DEFAULT_FILE, problemReport, readConfig } from "./modules/config";
import { resolve } from "./modules/fleet";
import { synth } from "./modules/stacks";

const read = readConfig(process.env.KEYWATCH_CONFIG ?? DEFAULT_FILE);

if (read.ok) {
  synth(resolve(read.config));
} else {
  console.error(problemReport(read.file, read.problems));
  process.exitCode = 2;
}
