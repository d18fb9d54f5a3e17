import { type Held, held } from "./condition";
import { glob } from "./glob";
import { type ReadStatement, texts } from "./parse";
import type { ServiceRequest } from "./request";

/** Whether a statement is about a request, and whether its conditions hold. */
export type Match = Held | { readonly kind: "other" };

const OTHER: Match = { kind: "other" };
const ELEMENTS = ["Sid", "Effect", "Principal", "Action", "Resource", "Condition"];

/**
 * Matches a statement against a request. What it says of somebody or something else is not looked at any further, so
 * that only what could decide must be understood.
 */
export function match(statement: ReadStatement, request: ServiceRequest): Match {
  const strange = Object.keys(statement).find((element) => !ELEMENTS.includes(element));
  if (strange) return { kind: "not-understood", what: strange };
  if (statement.Effect !== "Allow" && statement.Effect !== "Deny") {
    return { kind: "not-understood", what: `Effect ${statement.Effect}` };
  }
  if (!texts(statement.Action).some((action) => glob(action.toLowerCase(), request.action.toLowerCase()))) return OTHER;
  const resources = texts(statement.Resource);
  if (request.resource === undefined && !resources.includes("*")) {
    return { kind: "not-understood", what: `Resource ${resources.join(", ")}` };
  }
  if (!resources.some((resource) => glob(resource, request.resource ?? "*"))) return OTHER;
  if (isEveryone(statement.Principal)) {
    return statement.Effect === "Deny"
      ? held(statement.Condition, request.context)
      : { kind: "not-understood", what: "Allow for every principal" };
  }
  return services(statement.Principal).includes(request.service) ? held(statement.Condition, request.context) : OTHER;
}

const isEveryone = (principal: unknown): boolean =>
  principal === "*" || texts((principal as ReadStatement | undefined)?.AWS).includes("*");

const services = (principal: unknown): readonly string[] => texts((principal as ReadStatement | undefined)?.Service);
