import type { Site } from "../config";
import { runbooksOf } from "./runbooks";

/** The text of an alarm: what it is of and where, some sentences, and the link to its runbook where those are shown. */
export function alarmText(
  { id, label }: { readonly id: string; readonly label: string },
  sentences: readonly string[],
  site: Site,
): string {
  const runbook = runbookOf(id, site);
  return [
    `${label}, account ${site.account}, alarm in ${site.region}.`,
    ...sentences,
    ...(runbook ? [`Runbook: ${runbook}`] : []),
  ].join(" ");
}

/** Where a runbook is shown, if the config says it. */
export function runbookOf(id: string, site: Site): string | undefined {
  const folder = runbooksOf(site);
  return folder && `${folder}/${id}.md`;
}
