import { z } from "zod";
import { SEVERITIES, type Severity } from "../../controls";
import { DEFAULT_TOPIC_NAME } from "../../names";
import { subscriptionSchema } from "./subscription";
import { topicSchema } from "./topic";

/** Where alerts of a severity go. */
export const routeSchema = z.strictObject({
  topic: topicSchema
    .optional()
    .describe(`Topic of these alerts; without it one is made with the name \`${DEFAULT_TOPIC_NAME}-<severity>\`.`),
  subscriptions: z
    .array(subscriptionSchema)
    .optional()
    .describe("Endpoints that get these alerts; without it, those of `subscriptions`."),
});

/** Topics and endpoints of their own, by severity. */
export const routesSchema = z.strictObject(
  Object.fromEntries(
    SEVERITIES.map((severity) => [severity, routeSchema.optional().describe(`Alerts of severity ${severity}.`)]),
  ) as Record<Severity, z.ZodOptional<typeof routeSchema>>,
);
