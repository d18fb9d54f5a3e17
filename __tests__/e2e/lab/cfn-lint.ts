import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { bareEnvironment, run } from "./command";
import { newFolder } from "./folder";
import { ready } from "./status";

/** What cfn-lint says of a CloudFormation template: rules that it breaks, by their ids, and where. */
export interface Objection {
  readonly id: string;
  readonly path: readonly (string | number)[];
}

/** Its exit codes once it has looked: 2 for errors, 4 for warnings and 8 for what it informs of, added up. */
const LOOKED = [0, 2, 4, 6, 8, 10, 12, 14];

/** Has cfn-lint look at a template as it would be deployed in these regions, with every rule that it has. */
export async function runCfnLint(template: string, regions: readonly string[]): Promise<readonly Objection[]> {
  const folder = newFolder("cfn-lint");
  const file = join(folder, "template.json");
  writeFileSync(file, template);
  const args = ["--regions", ...regions, "--include-checks", "I", "--format", "json", "--template", file];
  const options = { cwd: folder, env: bareEnvironment() };
  const { stdout } = await run(ready().python, ["-m", "cfnlint.runner.cli", ...args], options, LOOKED);
  return JSON.parse(stdout).map(({ Rule, Location }: Found) => ({ id: Rule.Id, path: Location.Path }));
}

interface Found {
  readonly Rule: { readonly Id: string };
  readonly Location: { readonly Path: Objection["path"] };
}
