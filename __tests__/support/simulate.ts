import { runSimulation } from "@cloud-copilot/iam-simulate";
import type { RoleDescription } from "../../modules/access";

/** A request as IAM decides on it. */
export interface Request {
  /** ARN of a role, or name of a service. */
  readonly principal: string;
  readonly action: string;
  readonly resource: string;
  /** Account that the resource is in. */
  readonly owner: string;
  readonly context?: Readonly<Record<string, string>>;
  /** Whether the principal's own policies allow it everything. */
  readonly administrator?: boolean;
}

const EVERYTHING = {
  name: "everything",
  policy: { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }] },
};

/** What IAM answers to a request, by a simulator that shares no code with this project. */
export const simulate = (resourcePolicy: object, request: Request): Promise<string> =>
  answerTo(request, request.administrator ? [EVERYTHING] : [], resourcePolicy);

/** What IAM answers to a request of whoever has a role, by the role's own policies alone. */
export const simulateRole = ({ policies }: RoleDescription, request: Request): Promise<string> =>
  answerTo(
    request,
    policies.map(({ name, document: policy }) => ({ name, policy })),
  );

async function answerTo(
  { principal, action, resource, owner, context = {} }: Request,
  identityPolicies: { name: string; policy: unknown }[],
  resourcePolicy?: object,
): Promise<string> {
  const simulated = await runSimulation(
    {
      request: { principal, action, resource: { resource, accountId: owner }, contextVariables: { ...context } },
      identityPolicies,
      serviceControlPolicies: [],
      resourceControlPolicies: [],
      resourcePolicy,
    },
    {},
  );
  if (simulated.resultType === "error") throw new Error(JSON.stringify(simulated.errors));
  return simulated.overallResult;
}
