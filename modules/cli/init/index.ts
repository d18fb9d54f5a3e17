/** A first config: what is asked (`questions`), what it makes (`config`), how it is written (`text`). */
export { askOpen } from "./ask";
export { configOf, problemsOf } from "./config";
export { configText, surroundingsOf, WRITABLE } from "./text";
