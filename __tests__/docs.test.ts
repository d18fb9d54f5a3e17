import { existsSync, readdirSync, readFileSync } from "node:fs";
import { parse } from "yaml";
import { accessPage, withDeployTable } from "../modules/access/reference";
import { program } from "../modules/cli/program";
import { validate } from "../modules/config";
import { withConfigReference } from "../modules/config/reference";
import { scripts } from "../package.json";
import { exampleFleet, iamFiles } from "../scripts/iam";

const read = (file: string): string => readFileSync(file, "utf8");
const found = (pattern: RegExp, text: string): string[] => [...text.matchAll(pattern)].map(([, match = ""]) => match);
const unique = (texts: readonly string[]): string[] => [...new Set(texts)];

const readme = read("README.md");
const pages = ["README.md", "CONTRIBUTING.md"];
const everything = [...pages, "docs/rollout.md", "docs/hcp.md", "help"].map(read).join("\n");

test("the README's config reference is current: npm run docs writes it", () => {
  expect(withConfigReference(readme)).toBe(readme);
});

test("the README begins with the two commands", () => {
  expect(found(/```sh\n(.*?)\n```/gs, readme).slice(0, 2)).toEqual(["npm ci && npm start", "npm ci && npm test"]);
});

test.each(unique(found(/npx keywatch ((?: ?[^\s`]+)+)/g, everything)))("keywatch %s can be run", (line) => {
  const quiet = { out: () => {}, err: () => {}, live: false, bold: String, dim: String };
  const keywatch = program(
    { env: {}, terminal: quiet, stdin: process.stdin, interrupted: () => new AbortController().signal },
    () => {},
  );
  for (const command of keywatch.commands) command.action(() => {});

  expect(() => keywatch.parse(line.split(" "), { from: "user" })).not.toThrow();
});

test.each(unique(found(/npm (?:run )?((?!ci|run)[a-z][\w:]*)/g, everything)))("npm has a script %s", (script) => {
  expect(Object.keys(scripts)).toContain(script);
});

test.each(pages)("the links of %s lead somewhere", (page) => {
  const text = read(page);
  const anchors = found(/^#+ (.+)$/gm, text).map(
    (heading) =>
      `#${heading
        .toLowerCase()
        .replace(/[^\w\- ]/g, "")
        .replaceAll(" ", "-")}`,
  );
  const links = unique(found(/\]\(([^)]+)\)/g, text)).filter((link) => !/^https?:/.test(link));

  expect(links.filter((link) => !anchors.includes(link) && !existsSync(link))).toEqual([]);
  expect(unique(anchors)).toEqual(anchors);
});

test("the README's example config is valid", () => {
  const [example = ""] = found(/```yaml\n(.*?)```/gs, readme);

  expect(validate(parse(example))).toMatchObject({ ok: true });
});

describe("what npm run docs writes of the roles is current", () => {
  test("the README's table", () => {
    expect(withDeployTable(readme, exampleFleet)).toBe(readme);
  });

  test("docs/iam", () => {
    const files = { ...iamFiles(), "README.md": accessPage() };
    expect(Object.fromEntries(readdirSync("docs/iam").map((name) => [name, read(`docs/iam/${name}`)]))).toEqual(files);
  });
});
