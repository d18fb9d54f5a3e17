import { z } from "zod";
import { says } from "./text";

/** What can be taken over of a control, and of a whole target. */
export const ADOPTABLE_OF_CONTROL = ["filter", "alarm"] as const;
export const ADOPTABLE = [...ADOPTABLE_OF_CONTROL, "topic"] as const;

/** A list of what exists already and is taken over by Terraform import. */
export const adoptSchema = <T extends string>(words: readonly T[]) =>
  z.array(z.enum(words, { error: says(`one of: ${words.join(", ")}`, "Name what exists already.") }));
