import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { EXAMPLES, goldenFiles } from "../support/examples";

test("the README names every example", () => {
  const readme = readFileSync(path.resolve(__dirname, "../../README.md"), "utf8");
  expect(EXAMPLES.length).toBeGreaterThan(2);
  expect(EXAMPLES.map(({ name }) => name).filter((name) => !readme.includes(`examples/${name}`))).toEqual([]);
});

describe.each(EXAMPLES)("the example $name", (example) => {
  test("becomes its golden stacks; `npm run golden` writes them anew", () => {
    const committed = Object.fromEntries(
      readdirSync(example.golden).map((name) => [name, readFileSync(path.join(example.golden, name), "utf8")]),
    );
    expect(goldenFiles(example)).toEqual(committed);
  });

  test("holds nothing of the machine that wrote it", () => {
    const text = Object.values(goldenFiles(example)).join();
    for (const local of [process.cwd(), path.dirname(example.file), process.env.HOME])
      expect(text).not.toContain(local);
  });
});
