import { describeRight, describeWrong } from "../../support/validation";

describeWrong("waves that do not fit", [
  [
    "an account outside the fleet",
    { rollout: { waves: [{ share: 10 }, { accounts: ["111111111111", "222222222222"] }] } },
    [
      "rollout.waves[1].accounts[1]",
      "Account 222222222222 is not in the fleet.",
      "the id of an account under `accounts`",
      "Correct the id, or take it out of the wave.",
    ],
  ],
  [
    "shares of more than all",
    { rollout: { waves: [{ share: 60 }, { share: 50 }] } },
    [
      "rollout.waves",
      "The shares of the waves add up to 110 per cent.",
      "shares of 100 per cent or less in all",
      "Lower them; what they leave comes in the last wave.",
    ],
  ],
]);

describeRight("waves that fit", [
  [
    "accounts, tags and shares",
    { rollout: { waves: [{ name: "canaries", accounts: ["111111111111"] }, { tags: { a: "b" } }, { share: 100 }] } },
  ],
]);
