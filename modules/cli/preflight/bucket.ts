import { HeadBucketCommand, S3Client } from "@aws-sdk/client-s3";
import { type Answer, answered, type Session, unlessMissing } from "../aws";

/** What S3 answers about a bucket of another account or another region. */
const ELSEWHERE: readonly (number | undefined)[] = [301, 403];

/** Whether a bucket of a name exists, whoever has it: names are known worldwide. The role must be allowed to list it. */
export const bucketExists = ({ ask, signal }: Session, Bucket: string): Promise<Answer<boolean>> =>
  answered(signal, async () => {
    try {
      return (await unlessMissing(ask(S3Client, new HeadBucketCommand({ Bucket })))) !== undefined;
    } catch (error) {
      const { $metadata } = error as { readonly $metadata?: { readonly httpStatusCode?: number } };
      if (ELSEWHERE.includes($metadata?.httpStatusCode)) return true;
      throw error;
    }
  });
