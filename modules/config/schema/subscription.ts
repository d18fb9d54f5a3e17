import { z } from "zod";
import { arn, count, orSecret, says, text } from "./text";

const email = z.email({
  error: says("an email address", "Write one address, such as security@acme.example, without a display name."),
});

const https = text(
  /^https:\/\/[^\s]+$/,
  "a URL that starts with https://",
  "Give the full https URL of the endpoint; plain http is not offered.",
).refine((url) => !/^https:\/\/[^/?#]*@/.test(url), {
  error: says(
    "a URL without a user and a password",
    'They would stand in the file and in every plan. Write { fromEnv: "ALERT_WEBHOOK" } and give the whole URL as TF_VAR_ALERT_WEBHOOK.',
  ),
});

const phone = text(
  /^\+[1-9]\d{4,14}$/,
  "a phone number in E.164 form, such as +491701234567",
  "Write + and the country code, then digits alone.",
);

const options = {
  filterPolicy: z
    .record(z.string(), z.unknown())
    .optional()
    .describe("Only messages that this SNS filter policy accepts are delivered."),
  filterPolicyScope: z
    .enum(["MessageAttributes", "MessageBody"])
    .optional()
    .describe("What the filter policy looks at; alerts have no attributes, so that a policy needs `MessageBody`.")
    .meta({ default: "MessageAttributes" }),
  deadLetterQueueArn: arn("sqs", "[^\\s]+", "arn:aws:sqs:eu-west-1:111111111111:alerts-dlq")
    .optional()
    .describe("Queue for messages that could not be delivered."),
};

const raw = {
  rawMessageDelivery: z
    .boolean()
    .optional()
    .describe("Deliver the message alone, without the JSON that SNS wraps around it.")
    .meta({ default: false }),
};

const delivery = {
  deliveryPolicy: z.record(z.string(), z.unknown()).optional().describe("SNS delivery policy: retries and throttling."),
  endpointAutoConfirms: z
    .boolean()
    .optional()
    .describe("The endpoint confirms the subscription by itself.")
    .meta({ default: false }),
  confirmationTimeoutInMinutes: count(1, 1440, "minutes")
    .optional()
    .describe("How long to wait for an endpoint that confirms by itself.")
    .meta({ default: 1 }),
};

const subscription = <P extends string, E extends z.ZodType, O extends z.ZodRawShape>(
  protocol: P,
  endpoint: E,
  what: string,
  further: O,
) =>
  z
    .strictObject({
      protocol: z.literal(protocol),
      endpoint: orSecret(endpoint).describe(what),
      ...options,
      ...further,
    })
    .describe(`A subscription by ${protocol}.`);

export const subscriptionSchema = z.discriminatedUnion("protocol", [
  subscription("email", email, "Email address; its owner must confirm.", {}),
  subscription("email-json", email, "Email address that gets the message as JSON; its owner must confirm.", {}),
  subscription("https", https, "URL that SNS posts to; it must confirm.", { ...raw, ...delivery }),
  subscription("sms", phone, "Phone number.", {}),
  subscription("sqs", arn("sqs", "[^\\s]+", "arn:aws:sqs:eu-west-1:111111111111:alerts"), "ARN of a queue.", raw),
  subscription(
    "lambda",
    arn("lambda", "function:[^\\s]+", "arn:aws:lambda:eu-west-1:111111111111:function:on-alert"),
    "ARN of a function.",
    {},
  ),
  subscription(
    "firehose",
    arn("firehose", "deliverystream/[^\\s]+", "arn:aws:firehose:eu-west-1:111111111111:deliverystream/alerts"),
    "ARN of a delivery stream.",
    {
      ...raw,
      subscriptionRoleArn: arn("iam", "role/[^\\s]+", "arn:aws:iam::111111111111:role/sns-to-firehose").describe(
        "Role with which SNS writes to the stream.",
      ),
    },
  ),
]);

/** One endpoint that gets every alert of a topic. */
export type Subscription = z.infer<typeof subscriptionSchema>;
