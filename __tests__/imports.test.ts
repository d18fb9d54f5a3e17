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

/** Folders and files of `modules`, in the order in which CONTRIBUTING.md has them. */
const LAYERS = [
  ...readFileSync(path.join(ROOT, "CONTRIBUTING.md"), "utf8").matchAll(/^\| (`modules\/.+?) \|/gm),
].flatMap(([, cell = ""]) => [...cell.matchAll(/`modules\/([^`]+)`/g)].map(([, name]) => name as string));

/** The part of `modules` that a file is in. */
const layerOf = (file: string): string => path.relative("modules", file).split(path.sep)[0]?.replace(/\.ts$/, "") ?? "";

/** Every import of one part of `modules` by another. */
const crossings = imports.flatMap(({ file, module }) => {
  if (!module.startsWith(".") || file === "main.ts") return [];
  const [from, to] = [layerOf(file), layerOf(path.join(path.dirname(file), module))];
  return from === to ? [] : [{ file, from, to }];
});

test("CONTRIBUTING.md tells every part of modules", () => {
  expect([...LAYERS].sort()).toEqual(readdirSync(path.join(ROOT, "modules")).sort());
});

test("each part of modules imports from those above it alone", () => {
  const order = LAYERS.map((name) => name.replace(/\.ts$/, ""));

  expect(crossings.length).toBeGreaterThan(100);
  expect(crossings.filter(({ from, to }) => order.indexOf(to) > order.indexOf(from))).toEqual([]);
});

test.each(["terraform", "storage", "monitor", "notify", "proof", "stacks", "cost"])(
  "%s, which is made of targets, does not look into the config",
  (part) => {
    expect(crossings.filter(({ from, to }) => from === part && to === "config")).toEqual([]);
  },
);

/** What each file of `modules` imports of the others, types too. */
const uses = new Map(
  filesBelow("modules").map((file, _, files) => [
    file,
    imports
      .filter((made) => made.file === file && made.module.startsWith("."))
      .map(({ module }) => path.join(path.dirname(file), module))
      .flatMap(
        (place) => files.find((other) => other === `${place}.ts` || other === path.join(place, "index.ts")) ?? [],
      ),
  ]),
);

/** What is left of files when those are taken away, again and again, that import none of the others or that none imports. */
function circlesIn(files: readonly string[]): readonly string[] {
  const used = new Set(files.flatMap((file) => uses.get(file) ?? []));
  const left = files.filter((file) => used.has(file) && uses.get(file)?.some((other) => files.includes(other)));
  return left.length === files.length ? left : circlesIn(left);
}

test("no file imports another that comes round to it", () => {
  expect([...uses.values()].flat().length).toBeGreaterThan(1000);
  expect(circlesIn([...uses.keys()])).toEqual([]);
});
