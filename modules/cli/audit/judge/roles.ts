import { isDeepStrictEqual } from "node:util";
import { explainRefusal, type PolicyRequest, parsePolicy, refusals } from "../../../proof";
import type { SeenRole } from "../seen";
import { type WantedRole, wantedRoles } from "../wanted-roles";
import { type Link, onAnswer, type Rule, type Ruling, rulesOn } from "./link";
import { parsed } from "./parsed";

/** The roles with which AWS relays events and makes the heartbeat's call. */
export const roles: Link = {
  name: "Roles of relay and heartbeat",
  steps: {
    "role-exists": {
      title: "The role exists",
      expected: "The role with which EventBridge sends to the hub's bus, or with which the heartbeat calls.",
      remedy: "Deploy the stack again.",
      otherwise: "fail",
    },
    "role-trust": {
      title: "The service can take the role, and nobody else",
      expected: "The trust policy that the stack gives it.",
      remedy: "Deploy the stack again, and find in CloudTrail who changed it: UpdateAssumeRolePolicy.",
      otherwise: "fail",
    },
    "role-boundary": {
      title: "The role is bounded as the config says",
      expected: "The permissions boundary that the config names.",
      remedy:
        "Deploy the stack again, and find in CloudTrail who changed it: PutRolePermissionsBoundary, DeleteRolePermissionsBoundary.",
      otherwise: "warn",
    },
    "role-permission": {
      title: "The role may do the one thing that it is for",
      expected:
        "The policy that the stack gives it: events:PutEvents on exactly the hub's bus, or the heartbeat's call.",
      remedy: "Deploy the stack again, and find in CloudTrail who changed it: PutRolePolicy, DeleteRolePolicy.",
      otherwise: "fail",
    },
  },
  judge: ({ target, seen }) =>
    wantedRoles(target).flatMap((wanted) => {
      const answer = seen.roles.get(wanted.name);
      const about = { id: "role-exists", resource: wanted.arn };
      return answer ? onAnswer(answer, about, (found, at) => judgeRole(wanted, found, at)) : [];
    }),
};

function judgeRole(wanted: WantedRole, found: SeenRole | undefined, at: string): readonly Ruling[] {
  const { arn: resource, trust, taken, boundary, permission, used, policy } = wanted;
  const rule = rulesOn({ at, resource });
  if (!found) return [rule("role-exists", false, `There is no role ${resource}.`)];
  return [
    rule("role-exists", true, `${resource} exists.`),
    documentRuling(rule, "role-trust", found.trust, trust, taken),
    ...(boundary ? [boundaryRuling(rule, found.boundary, boundary)] : []),
    ...onAnswer(found.permission, { id: "role-permission", resource }, (text, at) => {
      const rule = rulesOn({ at, resource });
      return [
        text === undefined
          ? rule("role-permission", false, `It has no policy ${policy}.`)
          : documentRuling(rule, "role-permission", text, permission, used),
      ];
    }),
  ];
}

const boundaryRuling = (rule: Rule, found: string | undefined, expected: string): Ruling =>
  rule("role-boundary", found === expected, found ? `Its boundary is ${found}.` : "It has no boundary.", { expected });

/** Whether a policy is the stack's. One that is not, and lets the call through all the same, is a warning. */
function documentRuling(rule: Rule, id: string, text: string, wanted: object, request: PolicyRequest): Ruling {
  if (isDeepStrictEqual(parsed(text), wanted)) return rule(id, true, "Its policy is the stack's.");
  const expected = JSON.stringify(wanted);
  const [refused] = refusals(parsePolicy(text) ?? [], [request]);
  return refused
    ? rule(id, false, explainRefusal(refused.caller, refused.actions, refused.refusal).message, { expected })
    : rule(id, false, `It can do its work, but its policy is ${text}`, { expected, otherwise: "warn" });
}
