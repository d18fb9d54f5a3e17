import { z } from "zod";
import { accountId, anyText, count, nonEmpty, says } from "./text";

const name = anyText(60, "a name").optional().describe("What people call the wave.");

/** Which accounts are deployed together. */
const wave = z.union(
  [
    z
      .strictObject({
        name,
        accounts: nonEmpty(accountId, "one account", "Name the accounts of the wave, or take the wave out.").describe(
          "Ids of the accounts.",
        ),
      })
      .describe("Accounts by their ids, such as canaries."),
    z
      .strictObject({
        name,
        tags: z
          .record(anyText(128, "a tag key"), anyText(256, "a tag value"))
          .describe("Tags that an account has, all of them."),
      })
      .describe("Accounts by their tags in the config."),
    z
      .strictObject({
        name,
        share: count(1, 100, "a share").describe("Per cent of all accounts; which ones follows from their ids alone."),
      })
      .describe("A share of the accounts."),
  ],
  { error: says("accounts, tags or share", "Say by one of the three which accounts are in the wave.") },
);

export const rolloutSchema = z.strictObject({
  waves: nonEmpty(
    wave,
    "one wave",
    "Describe a wave, or leave `rollout` out: then all are deployed together.",
  ).describe(
    "Accounts that are deployed before the others, wave after wave; a failed wave stops the next. An account is in the first that names it, and in a last one where none does. A hub is never later than its members.",
  ),
});

/** How a rollout is staged. */
export type Rollout = z.infer<typeof rolloutSchema>;
