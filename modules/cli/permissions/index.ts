/** `keywatch permissions`: reading what is asked (`asked`), and how the answer is written (`written`). */
export { understood } from "./asked";
export { ASKABLE } from "./checks";
export type { Question } from "./question";
export { jsonText, sizeNotes } from "./written";
