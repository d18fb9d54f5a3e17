/** The report of an audit: read (`read`), compared with the one before (`changes`), and written as a page or a table. */
export { changesSince } from "./changes";
export { readAudit } from "./read";
export type { Report } from "./report";
export { writtenReport } from "./write";
