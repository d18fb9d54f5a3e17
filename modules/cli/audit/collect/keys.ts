import { DescribeKeyCommand, GetKeyPolicyCommand, KMSClient } from "@aws-sdk/client-kms";
import { isManagedByAws } from "../../../aws";
import { type Answer, answered, type Session } from "../../aws";
import type { SeenKey } from "../seen";

/**
 * Keys by the ids that they are named with, each asked once; of those that AWS manages nothing is to be learned.
 *
 * @param read ids of keys whose policies count too
 * @param others ids of keys that only have to be in use
 */
export async function seeKeys(
  session: Session,
  read: readonly string[],
  others: readonly string[],
): Promise<Map<string, Answer<SeenKey>>> {
  const wanted = new Set([...read, ...others].filter((id) => id !== "" && !isManagedByAws(id)));
  const keys = [...wanted].map(async (id) => [id, await seeKey(session, id, read.includes(id))] as const);
  return new Map(await Promise.all(keys));
}

const seeKey = ({ ask, signal }: Session, KeyId: string, readPolicy: boolean): Promise<Answer<SeenKey>> =>
  answered(signal, async () => {
    const { KeyMetadata: metadata = { KeyId } } = await ask(KMSClient, new DescribeKeyCommand({ KeyId }));
    if (!readPolicy) return { metadata };
    const policy = await answered(signal, async () => {
      const { Policy = "" } = await ask(KMSClient, new GetKeyPolicyCommand({ KeyId: metadata.Arn ?? KeyId }));
      return Policy;
    });
    return { metadata, policy };
  });
