import { keywatchControl } from "../define";
import { event, FROM_KMS, pattern } from "./conditions";

/** AWS itself makes this event at the end of the waiting period; nobody can call it. */
export const keyDeleted = keywatchControl({
  id: "key-deleted",
  name: "KMSKeyDeleted",
  title: "A KMS key was deleted for good",
  severity: "high",
  pattern: pattern(FROM_KMS, event("DeleteKey")),
  subject: "key",
  meaning: "The waiting period of a KMS key is over and AWS deleted it: what it encrypted cannot be read any more.",
  response:
    "Find DeleteKey in CloudTrail: the key. Then ScheduleKeyDeletion: who asked for it. A deleted key never comes back; look for copies of the data under other keys.",
  sources: ["https://docs.aws.amazon.com/kms/latest/developerguide/ct-delete-key.html"],
});
