import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { describeNeeding } from "./needing";
import { onPath } from "./programs";

const NAMES = ["chromium", "chromium-browser", "google-chrome"];
const [found] = onPath(...NAMES);
const missing = found === undefined ? `none of ${NAMES.join(", ")} is on PATH` : undefined;

/** Opens a page of HTML as a browser of these settings shows it. */
export type OpenPage = (html: string, options?: BrowserContextOptions) => Promise<Page>;

/** `describeNeeding` for tests that look at a page in headless Chromium. */
export function describeBrowser(name: string, tests: (open: OpenPage) => void): void {
  describeNeeding(name, missing, () => {
    let browser: Browser;
    beforeAll(async () => {
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
