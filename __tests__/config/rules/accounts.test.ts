import { layeredFleet } from "../../support/fleet";
import { describeWrong } from "../../support/validation";

describeWrong(
  "accounts that are listed twice",
  [
    [
      "the second is told, and where the first stands",
      { "accounts[1].id": "111111111111" },
      [
        "accounts[1].id",
        "Account 111111111111 is listed before, at accounts[0].",
        "every account once",
        "Keep one entry; regions with settings of their own go into its overrides.",
      ],
    ],
  ],
  layeredFleet,
);
