import {
  CancelKeyDeletionCommand,
  DisableKeyCommand,
  EnableKeyCommand,
  GetKeyPolicyCommand,
  PutKeyPolicyCommand,
  ScheduleKeyDeletionCommand,
} from "@aws-sdk/client-kms";
import type { Account } from "../../lab/accounts";
import { edited, type Fault, type Undo, without } from "./fault";
import { onlyTopic } from "./topics";

export async function disableKey({ kms }: Account, KeyId: string | undefined): Promise<Undo> {
  await kms.send(new DisableKeyCommand({ KeyId }));
  return () => kms.send(new EnableKeyCommand({ KeyId }));
}

export const keyFaults = {
  disabled: (async (account) => disableKey(account, (await onlyTopic(account)).KmsMasterKeyId)) as Fault,
  pendingDeletion: (async (account) => {
    const { KmsMasterKeyId: KeyId } = await onlyTopic(account);
    await account.kms.send(new ScheduleKeyDeletionCommand({ KeyId }));
    return async () => {
      await account.kms.send(new CancelKeyDeletionCommand({ KeyId }));
      await account.kms.send(new EnableKeyCommand({ KeyId }));
    };
  }) as Fault,
  closed: (async (account) => {
    const { KmsMasterKeyId: KeyId } = await onlyTopic(account);
    const { Policy } = await account.kms.send(new GetKeyPolicyCommand({ KeyId }));
    await account.kms.send(new PutKeyPolicyCommand({ KeyId, Policy: edited(Policy, without("AlarmsUse")) }));
    return () => account.kms.send(new PutKeyPolicyCommand({ KeyId, Policy }));
  }) as Fault,
};
