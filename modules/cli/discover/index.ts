/** The trails of accounts, and the accounts as a config lists them: asked (`look`), judged (`discovery`), written (`add`). */
export { discover } from "./discover";
export { discoveryText } from "./text";
export { writeAccounts } from "./write";
