import { CreateKeyCommand, DescribeKeyCommand, KMSClient, ScheduleKeyDeletionCommand } from "@aws-sdk/client-kms";
import { DRILL_KEY_SPEC, DRILL_TAG } from "../../../names";
import type { Session } from "../../aws";
import { timeOf } from "../clock";
import type { Step } from "../step";

/** The shortest that KMS lets a key wait for its deletion. Source: KMS API Reference, `ScheduleKeyDeletion`. */
export const WAITING_DAYS = 7;

/** Makes a key that nothing uses. A key that waits for its deletion is the clean state: none can be deleted at once. */
export const key: Step = {
  id: "key",
  title: "A key that nothing uses is made",
  calls: ["kms:CreateKey", "kms:TagResource", "kms:DescribeKey", "kms:ScheduleKeyDeletion"],
  where: "own",
  run: async ({ own, clock }) => {
    const { KeyMetadata } = await own.ask(
      KMSClient,
      new CreateKeyCommand({
        KeySpec: DRILL_KEY_SPEC,
        KeyUsage: "GENERATE_VERIFY_MAC",
        Description: `Keywatch drill of ${timeOf(clock.now())}: nothing uses it`,
        Tags: [{ TagKey: DRILL_TAG.key, TagValue: DRILL_TAG.value }],
      }),
    );
    const keyId = KeyMetadata?.KeyId ?? "";
    return {
      evidence: `${keyId}, tagged ${DRILL_TAG.key}=${DRILL_TAG.value}.`,
      facts: { keyId },
      undo: {
        what: `key ${keyId}`,
        byHand: scheduleDeletion(own.region, keyId),
        run: async () => `is deleted on ${await endKey(own, keyId)}, which is the clean state`,
      },
    };
  },
};

/** The command that schedules the deletion of a key. */
export const scheduleDeletion = (region: string, keyId: string): string =>
  `aws kms schedule-key-deletion --region ${region} --key-id ${keyId} --pending-window-in-days ${WAITING_DAYS}`;

/** Lets a key wait for its deletion, if it does not already; gives the day. */
export async function endKey({ ask }: Session, keyId: string): Promise<string> {
  const { KeyMetadata } = await ask(KMSClient, new DescribeKeyCommand({ KeyId: keyId }));
  if (KeyMetadata?.KeyState === "PendingDeletion") return dayOf(KeyMetadata.DeletionDate);
  const ended = await ask(
    KMSClient,
    new ScheduleKeyDeletionCommand({ KeyId: keyId, PendingWindowInDays: WAITING_DAYS }),
  );
  return dayOf(ended.DeletionDate);
}

const dayOf = (date: Date | undefined): string => date?.toISOString().slice(0, 10) ?? "a day that KMS does not tell";
