import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";

const read = (file: string): string => readFileSync(path.join(__dirname, file), "utf8");
const hashOf = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

export const STYLE = read("style.css");
export const SCRIPT = read("script.js");

/** Lets this page's own style and script in, and nothing else from anywhere. */
export const CONTENT_POLICY = [
  "default-src 'none'",
  `style-src ${hashOf(STYLE)}`,
  `script-src ${hashOf(SCRIPT)}`,
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");
