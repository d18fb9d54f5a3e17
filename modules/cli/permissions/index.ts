/** Reading what is asked of `keywatch permissions`. */

export { type Question, type Understood, understood } from "./asked";
export { ASKABLE, type Askable } from "./checks";
