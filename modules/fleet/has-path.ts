import type { Target } from "./target";

/** Whether a target is part of what the fleet is now: it has not retired. */
export const isActive = ({ retired }: Pick<Target, "retired">): boolean => !retired;

/** Whether a target has an alert path of its own: it has not retired, and is not the stack of an organization. */
export const hasPath = ({ retired, organization }: Pick<Target, "retired" | "organization">): boolean =>
  isActive({ retired }) && !organization;
