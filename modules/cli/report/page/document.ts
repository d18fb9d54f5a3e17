import { html } from "htm/preact";
import { render } from "preact-render-to-string";
import type { Report } from "../report";
import { CONTENT_POLICY, SCRIPT, STYLE } from "./assets";
import { Banner, headline } from "./banner";
import { ChangesSection } from "./changes";
import { Controls } from "./controls";
import { Evidence } from "./evidence";
import { Findings } from "./findings";
import { Fleet } from "./fleet";
import { Method } from "./method";
import { Narrow } from "./narrow";

/** The report as one HTML page. Texts of the fleet are escaped by the renderer; style and script are this folder's own. */
export const reportPage = (report: Report): string => `<!doctype html>\n${render(html`<${Page} ...${report} />`)}\n`;

const Page = ({ audit, changes }: Report) =>
  html`<html lang="en">
    <head>
      <meta charset="utf-8" />
      <meta http-equiv="Content-Security-Policy" content=${CONTENT_POLICY} />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="referrer" content="no-referrer" />
      <title>${`${headline({ audit })} · Keywatch report of ${audit.config}`}</title>
      <style dangerouslySetInnerHTML=${{ __html: STYLE }} />
    </head>
    <body>
      <a class="skip" href="#findings">Skip to the findings</a>
      <${Banner} audit=${audit} />
      <${Narrow} />
      <main>
        <${Findings} audit=${audit} changes=${changes} />
        <${ChangesSection} changes=${changes} />
        <${Fleet} audit=${audit} />
        <${Controls} audit=${audit} />
        <${Evidence} audit=${audit} />
        <${Method} audit=${audit} />
      </main>
      <script dangerouslySetInnerHTML=${{ __html: SCRIPT }} />
    </body>
  </html>`;
