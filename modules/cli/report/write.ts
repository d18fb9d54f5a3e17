import { reportCsv } from "./csv";
import type { ReportFormat } from "./formats";
import { reportPage } from "./page";
import type { Report } from "./report";

const WRITERS: Readonly<Record<ReportFormat, (report: Report) => string>> = { html: reportPage, csv: reportCsv };

/** A report in a format. */
export const writtenReport = (report: Report, format: ReportFormat): string => WRITERS[format](report);
