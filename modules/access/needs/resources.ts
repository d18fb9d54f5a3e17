import type { Need } from "../need";
import { CHATBOT } from "./chatbot";
import { CLOUDFORMATION } from "./cloudformation";
import { CLOUDTRAIL } from "./cloudtrail";
import { CLOUDWATCH } from "./cloudwatch";
import { EVENTS } from "./events";
import { IAM } from "./iam";
import { KMS } from "./kms";
import { LOGS } from "./logs";
import { S3 } from "./s3";
import { SCHEDULER } from "./scheduler";
import { SNS } from "./sns";
import { SQS } from "./sqs";

/**
 * What each type of resource and data source in the stacks asks of AWS, from its first apply to its end: made, read,
 * changed, put back where somebody changed it by hand, and destroyed. A type that is new in the stacks gets an entry here.
 *
 * Sources: the resource's source in terraform-provider-aws, and the Service Authorization Reference.
 */
export const RESOURCE_NEEDS: Readonly<Record<string, readonly Need[]>> = {
  ...LOGS,
  ...CLOUDWATCH,
  ...SNS,
  ...EVENTS,
  ...SCHEDULER,
  ...SQS,
  ...KMS,
  ...CLOUDTRAIL,
  ...S3,
  ...IAM,
  ...CLOUDFORMATION,
  ...CHATBOT,
};
