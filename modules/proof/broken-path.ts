import type { Break } from "./finding";
import { breakReport } from "./report";

/** Thrown where stacks were synthesized that an alert cannot pass through. */
export class BrokenPath extends Error {
  override readonly name = "BrokenPath";

  constructor(readonly breaks: readonly Break[]) {
    super(breakReport(breaks));
  }
}
