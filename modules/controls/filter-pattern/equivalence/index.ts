export { type Sameness, samePattern } from "./same-pattern";
