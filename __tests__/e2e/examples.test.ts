import { copyFileSync, readdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describeLab } from "./lab/describe";
import { terraformEnvironment } from "./lab/environment";
import { newFolder } from "./lab/folder";
import { inProject } from "./lab/paths";
import { Terraform } from "./lab/terraform";
import { inPairs } from "./support/pairs";
import { synth } from "./support/project";

const examples = readdirSync(inProject("examples"), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

jest.setTimeout(120_000);

describeLab("an example", () => {
  test("exists", () => expect(examples).not.toEqual([]));

  test.each(examples)("%s synthesizes stacks that Terraform finds valid", async (example) => {
    const env = terraformEnvironment();
    const output = newFolder(example);
    await synth(configOf(example), output, env);
    const [first = "", ...others] = readdirSync(join(output, "stacks")).map((id) => join(output, "stacks", id));
    await new Terraform(first, env).init("-backend=false");
    for (const folder of others) shareProviders(first, folder);
    await inPairs([first, ...others], (folder) => new Terraform(folder, env).validate());
  });
});

function configOf(example: string): string {
  const folder = inProject("examples", example);
  const configs = readdirSync(folder).filter((file) => file.startsWith("keywatch.config."));
  expect(configs).toHaveLength(1);
  return join(folder, configs[0] ?? "");
}

/** All stacks of a fleet ask for the same providers: one that is initialized will do for the others. */
function shareProviders(from: string, to: string): void {
  symlinkSync(join(from, ".terraform"), join(to, ".terraform"));
  copyFileSync(join(from, ".terraform.lock.hcl"), join(to, ".terraform.lock.hcl"));
}
