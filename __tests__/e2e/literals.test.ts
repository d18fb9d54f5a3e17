import { existsSync } from "node:fs";
import { join } from "node:path";
import { App, LocalBackend, TerraformOutput, TerraformStack, TerraformVariable } from "cdktf";
import * as fc from "fast-check";
import { CommandError } from "./lab/command";
import { describeLab } from "./lab/describe";
import { terraformEnvironment } from "./lab/environment";
import { newFolder } from "./lab/folder";
import { literal } from "./lab/literal-candidate";
import { awsProvider } from "./lab/provider";
import { Terraform } from "./lab/terraform";
import { asStored, distinctTexts } from "./lab/texts";

jest.setTimeout(120_000);

describeLab("a string from the config arrives as it was written", () => {
  test("in values, map keys and arguments, alone and beside a reference", () =>
    forAll(distinctTexts(100), 5, async (texts) => {
      const literals = texts.map(literal);
      const { terraform } = await apply((stack) => {
        const word = new TerraformVariable(stack, "word", { default: "word" }).stringValue;
        const outputs = {
          values: literals,
          keys: Object.fromEntries(literals.map((key) => [key, word])),
          argument: "${terraform_data.argument.output}",
          beside: literals.map((value) => `${word}${value}${word}`),
        };
        stack.addOverride("resource.terraform_data.argument.input", literals);
        for (const [id, value] of Object.entries(outputs)) new TerraformOutput(stack, id, { value });
      });
      const { values, keys, argument, beside } = await terraform.output();
      expect(values).toEqual(texts.map(asStored));
      expect(Object.keys(keys as object).sort()).toEqual(texts.map(asStored).sort());
      expect(argument).toEqual(texts.map(asStored));
      expect(beside).toEqual(texts.map((text) => asStored(`word${text}word`)));
    }));

  test("in the settings of a provider", () =>
    forAll(distinctTexts(40), 1, async (texts) => {
      const { terraform } = await apply((stack) => {
        const tags = Object.fromEntries(texts.map(literal).map((text) => [text, text]));
        stack.addOverride("terraform.required_providers.aws", awsProvider);
        stack.addOverride("provider.aws", { ...offline, default_tags: [{ tags }] });
        stack.addOverride("data.aws_default_tags.all", {});
        new TerraformOutput(stack, "tags", { value: "${data.aws_default_tags.all.tags}" });
      });
      const { tags } = await terraform.output();
      expect(new Map(Object.entries(tags as object))).toEqual(new Map(texts.map(asStored).map((text) => [text, text])));
    }));

  test("in the message of a failed condition", () =>
    forAll(distinctTexts(40), 1, async (texts) => {
      const messages = texts.map((text) => `Found <${text}>.`);
      const failure = await apply((stack) => {
        for (const [index, message] of messages.entries()) {
          const postcondition = [{ condition: "${self.id == null}", error_message: literal(message) }];
          stack.addOverride(`resource.terraform_data.n${index}.lifecycle`, { postcondition });
        }
      }).catch((error: unknown) => error);
      expect(new Set(diagnosesOf(failure))).toEqual(new Set(messages.map(asStored)));
    }));

  test("in the settings of a backend, where Terraform reads no expressions and nothing is to be encoded", async () => {
    const path = '${a} $${b} %{c} %%{d} "\\n\r\n\t é e\u0301 😀';
    const { folder } = await apply((stack) => new LocalBackend(stack, { path }));
    expect(existsSync(join(folder, asStored(path)))).toBe(true);
  });
});

/** A provider that asks nobody anything. */
const offline = {
  region: "eu-west-1",
  access_key: "none",
  secret_key: "none",
  skip_credentials_validation: true,
  skip_requesting_account_id: true,
};

function forAll<T>(values: fc.Arbitrary<T>, numRuns: number, property: (value: T) => Promise<void>): Promise<void> {
  return fc.assert(fc.asyncProperty(values, property), { numRuns, endOnFailure: true });
}

async function apply(build: (stack: TerraformStack) => unknown) {
  const app = new App({ outdir: newFolder("literals") });
  const stack = new TerraformStack(app, "stack");
  build(stack);
  app.synth();
  const folder = join(app.outdir, "stacks", "stack");
  const terraform = new Terraform(folder, terraformEnvironment());
  await terraform.init();
  await terraform.apply("-json");
  return { folder, terraform };
}

function diagnosesOf(failure: unknown): readonly string[] {
  if (!(failure instanceof CommandError)) throw failure;
  return failure.result.stdout
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line).diagnostic?.detail)
    .filter((detail) => detail !== undefined);
}
