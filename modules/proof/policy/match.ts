import { type Held, held } from "./condition";
import { glob } from "./glob";
import { type ReadStatement, texts } from "./parse";
import { meantBy } from "./principal";
import type { PolicyRequest } from "./request";

/** Whether a statement is about a request, and whether its conditions hold. */
export type Match = Held | { readonly kind: "other" };

const OTHER: Match = { kind: "other" };
const ELEMENTS = ["Sid", "Effect", "Principal", "Action", "Resource", "Condition"];

/**
 * Matches a statement against a request. What it says of somebody or something else is not looked at any further, so
 * that only what could decide must be understood.
 */
export function match(statement: ReadStatement, request: PolicyRequest): Match {
  const strange = Object.keys(statement).find((element) => !ELEMENTS.includes(element));
  if (strange) return { kind: "not-understood", what: strange };
  if (statement.Effect !== "Allow" && statement.Effect !== "Deny") {
    return { kind: "not-understood", what: `Effect ${statement.Effect}` };
  }
  if (!texts(statement.Action).some((action) => glob(action.toLowerCase(), request.action.toLowerCase()))) return OTHER;
  const resources = resourcesOf(statement, request);
  if (request.resource === undefined && !resources.includes("*")) {
    return { kind: "not-understood", what: `Resource ${resources.join(", ")}` };
  }
  if (!resources.some((resource) => glob(resource, request.resource ?? "*"))) return OTHER;
  const meant = meantBy(statement.Principal, request);
  if (meant === "others") return OTHER;
  if (meant === "everyone" && statement.Effect === "Allow" && !isConditional(statement, request)) {
    return { kind: "not-understood", what: "Allow for every principal" };
  }
  return held(statement.Condition, request.context);
}

/** A policy that names no resources is that of the thing itself, as a role's trust policy is. */
const resourcesOf = ({ Resource }: ReadStatement, { resource }: PolicyRequest): readonly string[] =>
  Resource === undefined && resource === undefined ? ["*"] : texts(Resource);

/** Whether a statement for everyone leaves in those only that its condition names: accounts, never services. */
const isConditional = ({ Condition }: ReadStatement, request: PolicyRequest): boolean =>
  "account" in request && Condition !== undefined;
