import { z } from "zod";
import { text } from "./text";

/** A CloudWatch dashboard of a target. */
export const dashboardSchema = z.union([
  z.boolean(),
  z
    .strictObject({
      name: text(
        /^(?=.{1,255}$)([\w-]|\{(account|region|partition|stack)\})+$/,
        "a dashboard name: 1 to 255 letters, digits, _ and -",
        "Leave out blanks and other characters; {account}, {region} and {stack} are filled in.",
      )
        .optional()
        .describe("Name of the dashboard, of which an account has one list for all regions.")
        .meta({ default: "{stack}" }),
    })
    .describe("The dashboard with a name of its own."),
]);
