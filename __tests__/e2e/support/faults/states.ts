import { DeleteObjectCommand, PutObjectCommand } from "@aws-sdk/client-s3";
import { bucket } from "../fleet";
import type { Fault } from "./fault";

/** A state of an account that no config names. */
export const strayState: Fault = async ({ s3 }) => {
  const place = { Bucket: bucket, Key: "keywatch/666666666666/eu-west-1.tfstate" };
  const resource = { mode: "managed", type: "aws_sns_topic", name: "alerts", instances: [{ attributes: {} }] };
  await s3.send(new PutObjectCommand({ ...place, Body: JSON.stringify({ version: 4, resources: [resource] }) }));
  return () => s3.send(new DeleteObjectCommand(place));
};
