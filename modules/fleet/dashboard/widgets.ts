import { alarmArn } from "../../aws";
import type { Site } from "../../config";
import { queryText, RECENT_CHANGES } from "../../queries";
import { runbookOf } from "../alarm-text";
import { furtherAlarms } from "../further-alarms";
import type { Target } from "../target";

/** What a dashboard shows of a target. */
export type Shown = Pick<Target, "account" | "trail" | "controls" | "fastPath" | "liveness">;

/** CloudWatch's grid has 24 columns. */
const COLUMNS = 24;

/** A widget before it has its place. Source: CloudWatch API, "Dashboard body structure and syntax". */
interface Widget {
  readonly type: "text" | "alarm" | "metric" | "log";
  readonly height: number;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** What a dashboard shows, from top to bottom. */
const WIDGETS: readonly ((site: Site, shown: Shown) => Widget[])[] = [
  heading,
  alarmStates,
  eventsByControl,
  lastEvents,
];

/** The widgets of a dashboard, one below the other, each as wide as all. */
export function widgetsOf(site: Site, shown: Shown): object[] {
  const widgets = WIDGETS.flatMap((widget) => widget(site, shown));
  return widgets.map(({ type, height, properties }, index) => ({
    type,
    x: 0,
    y: widgets.slice(0, index).reduce((sum, above) => sum + above.height, 0),
    width: COLUMNS,
    height,
    properties,
  }));
}

function heading(site: Site, { account, controls, liveness }: Shown): Widget[] {
  const ids = [...controls.map(({ id }) => id), ...new Set(liveness?.alarms.map(({ check }) => check))];
  const runbooks = ids.map((id) => {
    const url = runbookOf(id, site);
    return url ? `[${id}](${url})` : id;
  });
  const lines = [`# Keys of account ${account.id} in ${site.region}`, `Runbooks: ${runbooks.join(", ")}`];
  return [{ type: "text", height: 3, properties: { markdown: lines.join("\n\n") } }];
}

function alarmStates(site: Site, shown: Shown): Widget[] {
  const names = [...shown.controls, ...furtherAlarms(shown)].map(({ alarm }) => alarm.name);
  if (names.length === 0) return [];
  const alarms = names.map((name) => alarmArn(site, name));
  return [{ type: "alarm", height: 2 + Math.ceil(names.length / 4), properties: { title: "Alarms", alarms } }];
}

function eventsByControl({ region }: Site, { controls }: Shown): Widget[] {
  if (controls.length === 0) return [];
  const metrics = controls.map(({ id, filter: { metric } }) => [metric.namespace, metric.name, { label: id }]);
  const graph = { region, view: "timeSeries", stacked: true, stat: "Sum", period: 3600, metrics };
  return [{ type: "metric", height: 6, properties: { title: "Events by control", ...graph } }];
}

function lastEvents({ region }: Site, { trail }: Shown): Widget[] {
  if (!trail) return [];
  const query = `SOURCE '${trail.logGroup}' | ${queryText(RECENT_CHANGES)}`;
  return [{ type: "log", height: 9, properties: { title: RECENT_CHANGES.title, region, view: "table", query } }];
}
