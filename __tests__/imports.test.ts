import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const ROOT = path.resolve(__dirname, "..");

const filesBelow = (folder: string): string[] =>
  readdirSync(path.join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => path.join(folder, file));

/** Every import of the product: the file, and what it names. */
const imports = ["main.ts", ...filesBelow("modules")].flatMap((file) =>
  [...readFileSync(path.join(ROOT, file), "utf8").matchAll(/(?:from|import|require\()\s*\(?"([^"]+)"/g)].map(
    ([, module]) => ({ file, module: module as string }),
  ),
);

const of = (name: string) => imports.filter(({ module }) => module === name || module.startsWith(`${name}/`));
const unlike = (name: string, allowed: RegExp) => of(name).filter(({ module }) => !allowed.test(module));

test("there are imports to look at", () => {
  expect(of("cdktf").length).toBeGreaterThan(3);
  expect(of("@cdktf/provider-aws").length).toBeGreaterThan(3);
  expect(of("@cdktf/provider-tfe").length).toBeGreaterThan(3);
  expect(of("constructs").length).toBeGreaterThan(3);
});

test.each([
  ["@cdktf/provider-aws", /^@cdktf\/provider-aws\/lib\/[a-z0-9-]+$/, "the index takes seconds to load"],
  ["@cdktf/provider-tfe", /^@cdktf\/provider-tfe\/lib\/[a-z0-9-]+$/, "the index loads every resource"],
  ["cdktf", /^cdktf$/, "the rest is not public, and moves with another release"],
  ["constructs", /^constructs$/, "the rest is not public"],
])("%s is imported like %s alone: %s", (name, allowed) => {
  expect(unlike(name, allowed)).toEqual([]);
});
