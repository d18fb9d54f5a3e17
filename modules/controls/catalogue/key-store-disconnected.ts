import { keywatchControl } from "../define";
import { event, FROM_KMS, pattern, SUCCEEDED } from "./conditions";

export const keyStoreDisconnected = keywatchControl({
  id: "key-store-disconnected",
  name: "KMSKeyStoreDisconnected",
  title: "A custom key store was disconnected or deleted",
  severity: "critical",
  pattern: pattern(FROM_KMS, SUCCEEDED, event("DisconnectCustomKeyStore", "DeleteCustomKeyStore")),
  subject: "key store",
  meaning: "A custom key store of KMS was disconnected or deleted: none of its keys can be used.",
  response:
    "Find DisconnectCustomKeyStore and DeleteCustomKeyStore in CloudTrail: store and caller. If nobody meant it: aws kms connect-custom-key-store.",
  sources: [
    "https://docs.aws.amazon.com/kms/latest/developerguide/ct-disconnect-keystore.html",
    "https://docs.aws.amazon.com/kms/latest/developerguide/ct-delete-keystore.html",
  ],
});
