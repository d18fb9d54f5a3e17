import { DescribeKeyCommand, GetKeyPolicyCommand, KMSClient } from "@aws-sdk/client-kms";
import type { Session } from "../../aws";
import type { Answer, SeenKey } from "../seen";
import { answered } from "./answer";

/** Keys that AWS manages: their policies cannot be changed, so nothing is to be learned of them. */
export const isManagedByAws = (keyId: string): boolean => /(^|:)alias\/aws\//.test(keyId);

/** These keys by the ids that they are named with, each asked once. */
export async function seeKeys(
  session: Session,
  ids: readonly (string | undefined)[],
): Promise<Map<string, Answer<SeenKey>>> {
  const wanted = new Set(ids.filter((id) => id !== undefined && id !== "" && !isManagedByAws(id)) as string[]);
  return new Map(await Promise.all([...wanted].map(async (id) => [id, await seeKey(session, id)] as const)));
}

const seeKey = ({ ask, signal }: Session, KeyId: string): Promise<Answer<SeenKey>> =>
  answered(signal, async () => {
    const { KeyMetadata: metadata = { KeyId } } = await ask(KMSClient, new DescribeKeyCommand({ KeyId }));
    const policy = await answered(signal, async () => {
      const { Policy = "" } = await ask(KMSClient, new GetKeyPolicyCommand({ KeyId: metadata.Arn ?? KeyId }));
      return Policy;
    });
    return { metadata, policy };
  });
