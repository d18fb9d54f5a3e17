import { PRICES } from "../aws";
import { table } from "../markdown";
import { queryName } from "../names";
import { SAVED_QUERIES } from "./queries";

const INTRODUCTION = `## Dashboard and saved queries

\`dashboard: true\` makes a CloudWatch dashboard for each account and region: runbooks, the states of all alarms, events by control,
and the last changes of keys. An account has three dashboards for nothing; each further one costs ${PRICES.dashboard.usd.toFixed(2)} USD a month.
What it asks the log group costs ${PRICES.logsRead.usd.toFixed(3)} USD for each GB that is read, each time somebody opens it.

\`queries: true\` saves these queries of CloudWatch Logs Insights, on the trail's log group and under the fleet's name. They cost nothing
until somebody runs them, then the same.`;

/** The section of the page of controls that tells of what people look at. */
export const viewsSection = (): string =>
  [
    INTRODUCTION,
    table(
      ["Query", "For"],
      SAVED_QUERIES.map(({ title, purpose }) => [queryName("keywatch", title), purpose]),
    ),
  ].join("\n\n");
