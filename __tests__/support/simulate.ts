import { runSimulation } from "@cloud-copilot/iam-simulate";

/** A request as IAM decides on it. */
export interface Request {
  /** ARN of a role, or name of a service. */
  readonly principal: string;
  readonly action: string;
  readonly resource: string;
  /** Account that the resource is in. */
  readonly owner: string;
  readonly context?: Readonly<Record<string, string>>;
  /** The principal's own policies; for an administrator those that allow everything. */
  readonly policies?: readonly object[];
  readonly administrator?: boolean;
}

const EVERYTHING = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }] };

/** What IAM answers to a request, by a simulator that shares no code with this project. */
export async function simulate(
  resourcePolicy: object | undefined,
  { principal, action, resource, owner, context = {}, policies = [], administrator = false }: Request,
): Promise<string> {
  const simulated = await runSimulation(
    {
      request: { principal, action, resource: { resource, accountId: owner }, contextVariables: { ...context } },
      identityPolicies: [...policies, ...(administrator ? [EVERYTHING] : [])].map((policy, index) => ({
        name: `policy ${index + 1}`,
        policy,
      })),
      serviceControlPolicies: [],
      resourceControlPolicies: [],
      resourcePolicy,
    },
    {},
  );
  if (simulated.resultType === "error") throw new Error(JSON.stringify(simulated.errors));
  return simulated.overallResult;
}
