import axe from "axe-core";
import type { Page } from "playwright-core";
import type { TargetAudit } from "../../../modules/cli/audit";
import { changesSince, writtenReport } from "../../../modules/cli/report";
import { describeBrowser } from "../../support/browser";
import { exampleAudits } from "./example";
import { hostileAudit, PAYLOADS } from "./hostile";

const withFewSteps = (target: TargetAudit): TargetAudit => ({ ...target, steps: target.steps.slice(-12) });
const { audit, previous } = exampleAudits();
const hostile = hostileAudit();
/** With each kind of cell, finding and change; axe looks at every element. */
const small = { ...audit, targets: [...audit.targets.slice(0, 1), ...audit.targets.slice(3, 4)].map(withFewSteps) };
const PAGES = {
  small: writtenReport({ audit: small, changes: changesSince(previous, small) }, "html"),
  example: writtenReport({ audit, changes: changesSince(previous, audit) }, "html"),
  hostile: writtenReport({ audit: hostile, changes: changesSince(audit, hostile) }, "html"),
};

const PHONE = { width: 390, height: 844 };
const DESK = { width: 1280, height: 900 };

/** What axe finds against WCAG 2.2 AA and its own good practice, with everything open. */
async function complaints(page: Page): Promise<string[]> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll("details")) details.open = true;
  });
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => (window as unknown as { axe: typeof axe }).axe.run());
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

/** The accounts of the matrix that can be seen. */
const accounts = (page: Page): Promise<string[]> =>
  page
    .locator(".matrix tbody tr:visible th")
    .evaluateAll((cells) => cells.map((cell) => cell.firstChild?.textContent?.trim() ?? ""));

const focused = (page: Page): Promise<string> => page.evaluate(() => document.activeElement?.textContent?.trim() ?? "");

describeBrowser("the page in a browser", (open) => {
  test.each([
    ["light", DESK],
    ["dark", DESK],
    ["light", PHONE],
  ] as const)("in %s, at %j, leaves axe nothing to complain of", async (colorScheme, viewport) => {
    const page = await open(PAGES.small, { colorScheme, viewport });
    expect(await complaints(page)).toEqual([]);
  });

  test.each(Object.keys(PAGES) as (keyof typeof PAGES)[])("never scrolls sideways on a phone: %s", async (name) => {
    const page = await open(PAGES[name], { viewport: PHONE });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.width);
  });

  test("differs in both colour schemes", async () => {
    const back = async (colorScheme: "light" | "dark") =>
      (await open(PAGES.example, { colorScheme })).evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(await back("light")).toBe("rgb(255, 255, 255)");
    expect(await back("dark")).toBe("rgb(15, 19, 24)");
  });

  test("narrows to what is typed, and tells how much is left", async () => {
    const page = await open(PAGES.example);
    expect(await page.locator("#narrowed").textContent()).toBe("6 of 6 targets");
    await page.getByLabel("Account or region").fill("Data us-east");
    expect(await accounts(page)).toEqual(["data-prod"]);
    expect(await page.locator("#narrowed").textContent()).toBe("1 of 6 targets");
    await page.getByLabel("Account or region").fill("");
    await page.getByLabel("With findings only").check();
    expect(await accounts(page)).toEqual(["payments-prod", "data-prod", "sandbox"]);
    expect(await page.locator("details[data-target]:visible").count()).toBe(4);
  });

  test("goes by keyboard from the matrix to the evidence", async () => {
    const page = await open(PAGES.example);
    await page.keyboard.press("Tab");
    expect(await focused(page)).toBe("Skip to the findings");
    await page.locator(".matrix a").first().focus();
    await page.keyboard.press("Enter");
    const evidence = page.locator("details[data-target]", { hasText: "keywatch-111111111111-eu-west-1" });
    await evidence.locator("table").waitFor();
    expect(await focused(page)).toContain("payments-prod 111111111111 eu-west-1");
    await page.keyboard.press("Enter");
    expect(await evidence.getAttribute("open")).toBeNull();
  });

  test("without script leaves the form out, and a link still opens the evidence", async () => {
    const page = await open(PAGES.example, { javaScriptEnabled: false });
    expect(await page.locator("#narrow").isVisible()).toBe(false);
    const row = page.locator("details[data-target] tbody tr").first();
    expect(await row.isVisible()).toBe(false);
    await page.locator(".matrix a").first().click();
    expect(await row.isVisible()).toBe(true);
  });

  test.each([true, false])("prints the evidence of every target, with script: %s", async (javaScriptEnabled) => {
    const page = await open(PAGES.example, { javaScriptEnabled, colorScheme: "dark" });
    await page.emulateMedia({ media: "print" });
    const rows = page.locator("details[data-target] tbody tr");
    expect(await rows.evaluateAll((all) => all.filter((row) => row.checkVisibility()).length)).toBe(await rows.count());
    expect(await page.locator(".bar").isVisible()).toBe(false);
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe("rgb(255, 255, 255)");
  });

  test("shows the texts of a hostile fleet as they are, and nothing comes of them", async () => {
    const page = await open(PAGES.hostile);
    const seen = await page.evaluate(() => ({
      broken: "broken" in window,
      shown: getComputedStyle(document.body).display,
      elements: document.querySelectorAll("img, iframe, svg, script ~ script, body style").length,
      handlers: [...document.querySelectorAll("*")].flatMap(({ attributes }) =>
        [...attributes].filter(({ name }) => name.startsWith("on") || name === "autofocus"),
      ).length,
      text: document.body.textContent,
    }));
    expect(seen).toMatchObject({ broken: false, shown: "block", elements: 0, handlers: 0 });
    for (const payload of PAYLOADS)
      expect(seen.text).toContain(payload.includes("`") ? payload.split("`")[0] : payload);
  });

  test("lets in nothing but its own style and script", async () => {
    const page = await open(PAGES.example);
    const refused: string[] = [];
    page.on("console", (message) => refused.push(message.text()));
    await page.evaluate(() => {
      const script = document.createElement("script");
      script.textContent = "window.broken = 1";
      document.body.append(script, Object.assign(new Image(), { src: "https://acme.example/pixel.png" }));
    });
    expect(await page.evaluate(() => "broken" in window)).toBe(false);
    expect(refused.filter((text) => /Content Security Policy/.test(text)).length).toBeGreaterThanOrEqual(2);
  });
});
