import { pathText } from "../problem";
import { eachRepeated, type Rule } from "./rule";

/** No account is listed twice. */
export const accountsAreUnique: Rule = (draft) =>
  eachRepeated(
    draft.accounts,
    (account) => account.id,
    (account, index, earlier) => ({
      path: ["accounts", index, "id"],
      message: `Account ${account.id} is listed before, at ${pathText(["accounts", earlier])}.`,
      expected: "every account once",
      remedy: "Keep one entry; regions with settings of their own go into its overrides.",
    }),
  );
