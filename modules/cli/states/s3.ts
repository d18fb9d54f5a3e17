import { GetObjectCommand, paginateListObjectsV2, S3Client } from "@aws-sdk/client-s3";
import { fromTemporaryCredentials } from "@aws-sdk/credential-providers";
import { NodeHttpHandler } from "@smithy/node-http-handler";
import type { S3Settings } from "../../fleet";
import { everyItem, unlessMissing } from "../aws";
import { endedBy } from "../aws/ended-by";
import { requestOf } from "./role";
import { addressesIn, type StateStore } from "./store";

/** A bucket of states; reached as Terraform reaches it, with the credentials of this process or the backend's role. */
export function s3Store(
  { bucket: Bucket, region, profile, use_path_style, endpoints = {}, assume_role }: Omit<S3Settings, "key">,
  abortSignal: AbortSignal,
): StateStore {
  const requestHandler = endedBy(new NodeHttpHandler(), abortSignal);
  const client = new S3Client({
    region,
    profile,
    forcePathStyle: use_path_style,
    endpoint: endpoints.s3,
    credentials:
      assume_role &&
      fromTemporaryCredentials({
        params: requestOf(assume_role),
        clientConfig: { region, profile, endpoint: endpoints.sts, requestHandler },
      }),
  });
  return {
    label: `s3://${Bucket}`,
    list: async (Prefix) => {
      const pages = paginateListObjectsV2({ client }, { Bucket, Prefix }, { abortSignal });
      return (await everyItem(pages, ({ Contents }) => Contents)).flatMap(({ Key }) => Key ?? []);
    },
    read: async (Key) => {
      const found = await unlessMissing(client.send(new GetObjectCommand({ Bucket, Key }), { abortSignal }));
      return found?.Body && addressesIn(await found.Body.transformToString());
    },
  };
}
