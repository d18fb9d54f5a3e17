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

/** There is an account, unless the last one has retired. */
export const fleetIsThere: Rule = ({ accounts, retired = [] }) => {
  if (accounts?.length !== 0 || retired.length > 0) return [];
  return [
    {
      path: ["accounts"],
      message: "[] cannot stand here.",
      expected: "one account or more",
      remedy: 'Add an account: { id: "111111111111", name: "payments-prod" }.',
    },
  ];
};
