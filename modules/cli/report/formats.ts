/** How a report may be written; apart, so that the help need not load what writes them. */
export const REPORT_FORMATS = ["html", "csv"] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];
