import { z } from "zod";
import { text } from "./text";

const tagRule = "letters, digits, blanks and _ . : / = + - @";

/** Tags of everything that is made, by their keys. */
export const tagsSchema = z.record(
  text(
    /^(?!aws:)[\p{L}\p{Z}\p{N}_.:/=+\-@]{1,128}$/iu,
    `a tag key: 1 to 128 ${tagRule}, not starting with aws:`,
    "Choose a key of these characters.",
  ),
  text(
    /^[\p{L}\p{Z}\p{N}_.:/=+\-@]{0,256}$/u,
    `a tag value: up to 256 ${tagRule}`,
    "Choose a value of these characters.",
  ),
);
