import type { Step } from "../step";
import { endKey, WAITING_DAYS } from "./key";

/** The other event, and the end of the key. */
export const schedule: Step = {
  id: "schedule",
  title: "The key's deletion is scheduled",
  calls: ["kms:DescribeKey", "kms:ScheduleKeyDeletion"],
  where: "own",
  run: async ({ own }, { keyId = "" }) => {
    const day = await endKey(own, keyId);
    return {
      evidence: `CloudTrail records ScheduleKeyDeletion; in ${WAITING_DAYS} days, on ${day}, the key is gone.`,
    };
  },
};
