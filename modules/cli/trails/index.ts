/** The trails of an account, as the audit and the discovery look at them. */
export { listTrails, seeTrail } from "./see";
export type { SeenTrail } from "./seen";
export { selectedBy } from "./selectors";
