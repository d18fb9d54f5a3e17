/** Making the bucket that keeps the fleet's states. */
export { type Bootstrap, bootstrap } from "./bootstrap";
