import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { EXAMPLES, goldenFiles } from "../__tests__/support/examples";

// Writes the stacks of every example below it, for review and for the tests: `npm run golden`.
for (const example of EXAMPLES) {
  const files = Object.entries(goldenFiles(example));
  rmSync(example.golden, { recursive: true, force: true });
  mkdirSync(example.golden);
  for (const [name, text] of files) writeFileSync(path.join(example.golden, name), text);
  console.log(`${example.name}: ${files.length} golden files`);
}
