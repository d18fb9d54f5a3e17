import { DisableKeyCommand, KMSClient } from "@aws-sdk/client-kms";
import type { Step } from "../step";

/** The event: a key is disabled. */
export const disable: Step = {
  id: "disable",
  title: "The key is disabled",
  calls: ["kms:DisableKey"],
  where: "own",
  run: async ({ own, clock }, { keyId }) => {
    const eventAt = clock.now();
    await own.ask(KMSClient, new DisableKeyCommand({ KeyId: keyId }));
    return { evidence: "CloudTrail records DisableKey.", facts: { eventAt } };
  },
};
