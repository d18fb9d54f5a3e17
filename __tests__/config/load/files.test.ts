import { writeFileSync } from "node:fs";
import path from "node:path";
import { problemReport, readConfig } from "../../../modules/config";
import { withFile } from "../../support/config-file";
import { smallFleet } from "../../support/fleet";

const FLEET = JSON.stringify(smallFleet());

test.each([
  ["fleet.ts", `const config: object = ${FLEET};\nexport default config;`],
  ["fleet.mts", `export default ${FLEET} as object;`],
  ["fleet.cts", `export default ${FLEET} as object;`],
  ["fleet.js", `export default ${FLEET};`],
  ["fleet.mjs", `export default ${FLEET};`],
  ["fleet.cjs", `module.exports = { default: ${FLEET} };`],
  ["fleet.json", FLEET],
  ["fleet.yaml", FLEET],
  [
    "fleet.YML",
    "name: keywatch\naccounts:\n- {id: '111111111111', name: payments-prod, regions: [eu-west-1], trail: {logGroup: trail}}",
  ],
])("%s is read", (name, text) => {
  withFile(name, text, (file) => {
    expect(readConfig(file)).toEqual({ ok: true, file, config: smallFleet() });
  });
});

test("a changed TypeScript file is read anew", () => {
  const names = ["one", "two"].map((name) =>
    withFile("fleet.ts", `export default ${JSON.stringify(smallFleet({ name }))}`, (file) => {
      const read = readConfig(file);
      return read.ok && read.config.name;
    }),
  );
  expect(names).toEqual(["one", "two"]);
});

const RUNS = [
  "a TypeScript module that runs by itself",
  "Mend what the message names; a config needs no credentials and no network.",
] as const;
const EXPORTS = ["export default defineConfig({ ... })", "Export the config as the default of the module."] as const;
const ENDINGS = [
  "one of: .ts, .mts, .cts, .js, .mjs, .cjs, .yaml, .yml, .json",
  "Rename the file, or name another one with --config or KEYWATCH_CONFIG.",
] as const;

test.each([
  ["fleet.ts", 'throw new Error("no such fleet\\nat all");', "The file cannot be run: Error: no such fleet", ...RUNS],
  ["fleet.ts", 'throw "a text";', "The file cannot be run: a text", ...RUNS],
  ["fleet.ts", "export const config = {};", "The file has no default export.", ...EXPORTS],
  ["fleet.js", "export default undefined;", "The file has no default export.", ...EXPORTS],
  ["fleet.toml", "", "A config cannot be a .toml.", ...ENDINGS],
  ["fleet", "", "A config cannot be a file without an ending.", ...ENDINGS],
])("%s of %j cannot be read", (name, text, message, expected, remedy) => {
  withFile(name, text, (file) => {
    expect(readConfig(file)).toEqual({ ok: false, file, problems: [{ path: [], message, expected, remedy }] });
  });
});

test("a TypeScript file says which module it does not find", () => {
  withFile("fleet.ts", 'import x from "./nowhere"; export default x;', (file) => {
    const read = readConfig(file);
    expect(!read.ok && read.problems[0]?.message).toMatch(
      /^The file cannot be run: Error: Cannot find module '\.\/nowhere'/,
    );
  });
});

test("a TypeScript file says where it cannot be parsed, and a file that it imports", () => {
  const wrong = 'export default {\n  name: "x"\n  state: 1,\n};\n';
  const problem = { expected: "TypeScript or JavaScript", remedy: "Mend the syntax.", path: [] };
  const message = 'The file cannot be parsed: Unexpected token, expected ","';
  withFile("accounts.ts", wrong, (file) => {
    const config = path.join(path.dirname(file), "fleet.ts");
    writeFileSync(config, 'import x from "./accounts"; export default x;');

    expect(readConfig(file)).toMatchObject({ problems: [{ ...problem, message, position: { line: 3, column: 3 } }] });
    expect(readConfig(config)).toMatchObject({ problems: [{ ...problem, message: `${message} (${file}:3:3)` }] });
  });
});

test("a TypeScript file has no positions, and its problems keep their order", () => {
  withFile(
    "fleet.ts",
    `export default ${JSON.stringify(smallFleet({ name: "", zebra: 1, "accounts[0].id": "" }))}`,
    (file) => {
      const read = readConfig(file);
      expect(!read.ok && problemReport("fleet.ts", read.problems).match(/^\S+$/gm)).toEqual([
        "name",
        "accounts[0].id",
        "zebra",
      ]);
    },
  );
});

test.each(["missing.yaml", "missing.ts"])("%s is not there", (name) => {
  expect(readConfig(name)).toEqual({
    ok: false,
    file: name,
    problems: [
      {
        path: [],
        message: "There is no such file.",
        expected: "a config file that exists",
        remedy: "Name the file with --config or KEYWATCH_CONFIG, relative to this folder.",
      },
    ],
  });
});
