/** `keywatch permissions`: reading what is asked (`asked`), and how the answer is written (`written`). */
export { type Question, understood } from "./asked";
export { jsonText, sizeNotes } from "./written";
