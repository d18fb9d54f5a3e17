/** Reading what is asked of `keywatch permissions`. */
export { type Question, understood } from "./asked";
