import { GetObjectCommand, NoSuchKey, paginateListObjectsV2, S3Client } from "@aws-sdk/client-s3";
import { fromTemporaryCredentials } from "@aws-sdk/credential-providers";
import { NodeHttpHandler } from "@smithy/node-http-handler";
import { endedBy } from "../aws/ended-by";
import { resourcesIn, type StateStore } from "./store";

/** The settings of Terraform's S3 backend that say how the bucket is reached. */
export interface S3Settings {
  readonly bucket: string;
  readonly region: string;
  readonly profile?: string;
  readonly use_path_style?: boolean;
  readonly endpoints?: { readonly s3?: string };
  readonly assume_role?: { readonly role_arn: string };
}

/** A bucket of states; reached as Terraform reaches it, with the credentials of this process or the backend's role. */
export function s3Store(
  { bucket, region, profile, assume_role, ...settings }: S3Settings,
  abortSignal: AbortSignal,
): StateStore {
  const requestHandler = endedBy(new NodeHttpHandler(), abortSignal);
  const client = new S3Client({
    region,
    profile,
    forcePathStyle: settings.use_path_style,
    endpoint: settings.endpoints?.s3,
    credentials:
      assume_role &&
      fromTemporaryCredentials({
        params: { RoleArn: assume_role.role_arn },
        clientConfig: { region, profile, requestHandler },
      }),
  });
  return {
    label: `s3://${bucket}`,
    list: async (Prefix) => {
      const names: string[] = [];
      for await (const { Contents = [] } of paginateListObjectsV2(
        { client },
        { Bucket: bucket, Prefix },
        { abortSignal },
      )) {
        names.push(...Contents.flatMap(({ Key }) => Key ?? []));
      }
      return names;
    },
    read: async (Key) => {
      try {
        const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key }), { abortSignal });
        return Body && resourcesIn(await Body.transformToString());
      } catch (error) {
        if (error instanceof NoSuchKey) return undefined;
        throw error;
      }
    },
  };
}
