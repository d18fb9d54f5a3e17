import type { Terminal } from "../../terminal";
import type { Audit } from "../result";
import type { Format } from "./formats";
import { auditJunit } from "./junit";
import { auditSarif } from "./sarif";
import { auditText } from "./text";

export { summary } from "./text";

const WRITERS: Readonly<Record<Format, (audit: Audit, terminal: Pick<Terminal, "bold">) => string>> = {
  text: auditText,
  json: (audit) => JSON.stringify(audit, null, 2),
  sarif: auditSarif,
  junit: auditJunit,
};

/** An audit in a format. */
export const written = (audit: Audit, format: Format, terminal: Pick<Terminal, "bold">): string =>
  WRITERS[format](audit, terminal);
