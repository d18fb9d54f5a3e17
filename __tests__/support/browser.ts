import { accessSync, constants } from "node:fs";
import path from "node:path";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";

const NAMES = ["chromium", "chromium-browser", "google-chrome"];
const MISSING = `none of ${NAMES.join(", ")} is on PATH`;

function executable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

const found = (process.env.PATH ?? "")
  .split(path.delimiter)
  .flatMap((folder) => NAMES.map((name) => path.join(folder, name)))
  .find(executable);

/** Opens a page of HTML as a browser of these settings shows it. */
export type OpenPage = (html: string, options?: BrowserContextOptions) => Promise<Page>;

/**
 * `describe` for tests that look at a page in headless Chromium. Where there is none they are skipped, with the reason in
 * their name; in CI they fail with it.
 */
export function describeBrowser(name: string, tests: (open: OpenPage) => void): void {
  if (!found && process.env.CI !== "true") {
    describe.skip(`${name} (skipped: ${MISSING})`, () => tests(unopened));
    return;
  }
  describe(name, () => {
    let browser: Browser;
    beforeAll(async () => {
      if (!found) throw new Error(MISSING);
      // A machine of tests runs as root, where Chromium's sandbox does not start; the pages are the tests' own.
      browser = await chromium.launch({ executablePath: found, args: ["--no-sandbox"] });
    });
    afterAll(() => browser?.close());
    afterEach(() => Promise.all(browser?.contexts().map((context) => context.close()) ?? []));
    tests(async (html, options) => {
      const page = await (await browser.newContext({ offline: true, ...options })).newPage();
      await page.goto("about:blank");
      await page.setContent(html);
      return page;
    });
  });
}

const unopened: OpenPage = () => Promise.reject(new Error(MISSING));
