/** Configs as texts: written anew, or added to without touching what a person wrote. */
export { withAccounts } from "./append";
export { makeFile, replaceFile } from "./file";
export { literal } from "./literal";
export { yamlText } from "./yaml";
