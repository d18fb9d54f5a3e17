/** Reading what is asked of `keywatch permissions`. */
export { understood } from "./asked";
export { ASKABLE } from "./checks";
export type { Question } from "./question";
