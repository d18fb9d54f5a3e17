import { z } from "zod";
import type { Audit } from "../audit";
import { VERDICTS } from "../audit/findings";
import { FAULT_KINDS } from "../aws/fault";

const time = z.iso.datetime();

const step = z.object({
  id: z.string(),
  control: z.string().optional(),
  title: z.string(),
  verdict: z.enum(VERDICTS),
  evidence: z.string(),
  expected: z.string().optional(),
  remedy: z.string().optional(),
  resource: z.string().optional(),
  at: time,
});

const target = z.object({
  stackId: z.string(),
  account: z.object({ id: z.string(), name: z.string() }),
  region: z.string(),
  caller: z.string().optional(),
  steps: z.array(step),
  fault: z.object({ kind: z.enum(FAULT_KINDS), message: z.string(), remedy: z.string() }).optional(),
  milliseconds: z.number(),
});

/** An audit as `keywatch audit --json` writes it. What later versions may add is left out. */
export const auditSchema: z.ZodType<Audit> = z.object({
  version: z.literal(1),
  startedAt: time,
  endedAt: time,
  config: z.string(),
  complete: z.boolean(),
  targets: z.array(target),
  fleet: z.array(step),
});
