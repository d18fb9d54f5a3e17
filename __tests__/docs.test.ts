import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
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
const pages = [
  "README.md",
  "CONTRIBUTING.md",
  ...["docs", "docs/runbooks", "docs/events"].flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith(".md"))
      .map((name) => `${folder}/${name}`),
  ),
];
const everything = [...pages, "help"].map(read).join("\n");

/** The headings of a page, as links name them. */
const anchorsOf = (page: string): string[] =>
  found(/^#+ (.+)$/gm, read(page)).map((heading) =>
    heading
      .toLowerCase()
      .replace(/[^\w\- ]/g, "")
      .replaceAll(" ", "-"),
  );

/** Whether a link of a page leads to a file, and to a heading where it names one. */
function leadsSomewhere(page: string, link: string): boolean {
  const [file = "", anchor] = link.split("#");
  const target = file ? path.join(path.dirname(page), file) : page;
  return existsSync(target) && (anchor === undefined || anchorsOf(target).includes(anchor));
}

test("the README's config reference is current: npm run docs writes it", () => {
  expect(withConfigReference(readme)).toBe(readme);
});

test("the README begins with the two commands", () => {
  expect(found(/```sh\n(.*?)\n```/gs, readme).slice(0, 2)).toEqual(["npm ci && npm start", "npm ci && npm test"]);
});

test.each(unique(found(/npx keywatch ((?: ?[^\s`>|&]+)+)/g, everything)))("keywatch %s can be run", (line) => {
  const quiet = { out: () => {}, err: () => {}, file: () => {}, live: false, bold: String, dim: String };
  const keywatch = program(
    { env: {}, terminal: quiet, stdin: process.stdin, interrupted: () => new AbortController().signal },
    () => {},
  );
  for (const command of keywatch.commands) command.action(() => {});

  expect(() => keywatch.parse(line.split(" "), { from: "user" })).not.toThrow();
});

test.each(unique(found(/npm (?:run )?((?!ci|run|install)[a-z][\w:]*)/g, everything)))(
  "npm has a script %s",
  (script) => {
    expect(Object.keys(scripts)).toContain(script);
  },
);

test.each(pages)("the links of %s lead somewhere", (page) => {
  const links = unique(found(/\]\(([^)]+)\)/g, read(page))).filter((link) => !/^https?:/.test(link));

  expect(links.filter((link) => !leadsSomewhere(page, link))).toEqual([]);
});

test.each(["README.md", "CONTRIBUTING.md"])("no two headings of %s have the same anchor", (page) => {
  const anchors = anchorsOf(page);

  expect(unique(anchors)).toEqual(anchors);
});

test.each(["README.md", "docs/rollout.md"])("the example config of %s is valid", (page) => {
  const [example = ""] = found(/```yaml\n(.*?)```/gs, read(page));

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
