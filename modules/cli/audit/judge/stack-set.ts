import { isDeepStrictEqual } from "node:util";
import type { StackSet } from "@aws-sdk/client-cloudformation";
import type { TargetOrganization } from "../../../fleet";
import { instancesRuling } from "./instances";
import { type Link, onAnswer, type Rule, type Ruling, rulesOn } from "./link";
import { parsed } from "./parsed";

/** What makes the accounts of an organization send their key events to the hub, whether the config lists them or not. */
export const stackSet: Link = {
  name: "StackSet of an organization",
  steps: {
    "stack-set-exists": {
      title: "The StackSet exists",
      expected: "A StackSet of the name that the stack gives it, in status ACTIVE.",
      remedy: "Deploy the organization's stack again, and find in CloudTrail who deleted it: DeleteStackSet.",
      otherwise: "fail",
    },
    "stack-set-auto-deployment": {
      title: "Accounts that come are deployed to without anybody's doing",
      expected: "Permission model SERVICE_MANAGED, with automatic deployment on.",
      remedy: "Deploy the organization's stack again, and find in CloudTrail who switched it off: UpdateStackSet.",
      otherwise: "fail",
    },
    "stack-set-template": {
      title: "The StackSet makes what the stack says",
      expected: "The template of the stack: a rule that sends to the hub's bus, and a role that may do nothing else.",
      remedy: "Deploy the organization's stack again, and find in CloudTrail who changed it: UpdateStackSet.",
      otherwise: "fail",
    },
    "stack-set-reach": {
      title: "The StackSet reaches the units and regions of the config",
      expected: "Every organizational unit and region of the config, and no other.",
      remedy: "Deploy the organization's stack again, and find in CloudTrail who changed it: DeleteStackInstances.",
      otherwise: "fail",
    },
    "stack-set-instances": {
      title: "Every account and region that the StackSet reaches has what it makes",
      expected: "Every instance is CURRENT, and its last operation SUCCEEDED.",
      remedy:
        "Mend what the reason tells of, then deploy the organization's stack again; what was to change is tried again with aws cloudformation update-stack-set --use-previous-template.",
      otherwise: "fail",
    },
  },
  judge: ({ target: { organization }, seen }) => {
    if (!organization || !seen.stackSet) return [];
    const resource = organization.stackSet;
    return onAnswer(seen.stackSet, { id: "stack-set-exists", resource }, (found, at) => {
      const rule = rulesOn({ at, resource });
      if (!found) return [rule("stack-set-exists", false, `There is no StackSet ${resource}.`)];
      const { Status, ...stackSet } = found.stackSet;
      if (Status !== "ACTIVE") return [rule("stack-set-exists", false, `Its status is ${Status}.`)];
      return [
        rule("stack-set-exists", true, `${resource} is ACTIVE.`),
        autoDeploymentRuling(rule, stackSet),
        templateRuling(rule, stackSet, organization),
        reachRuling(rule, stackSet, organization),
        ...onAnswer(found.instances, { id: "stack-set-instances", resource }, (instances, at) => [
          instancesRuling(rulesOn({ at, resource }), instances),
        ]),
      ];
    });
  },
};

function autoDeploymentRuling(rule: Rule, { PermissionModel, AutoDeployment }: StackSet): Ruling {
  const isOn = AutoDeployment?.Enabled === true;
  return rule(
    "stack-set-auto-deployment",
    PermissionModel === "SERVICE_MANAGED" && isOn,
    `It is ${PermissionModel}, with automatic deployment ${isOn ? "on" : "off"}.`,
  );
}

function templateRuling(rule: Rule, { TemplateBody = "" }: StackSet, { template }: TargetOrganization): Ruling {
  const same = isDeepStrictEqual(parsed(TemplateBody), parsed(template));
  return rule("stack-set-template", same, same ? "Its template is the stack's." : "Its template is not the stack's.");
}

/** What is reached beyond the config loses no alert. */
function reachRuling(
  rule: Rule,
  { OrganizationalUnitIds: reachedUnits = [], Regions: reachedRegions = [] }: StackSet,
  { units, regions }: TargetOrganization,
): Ruling {
  const [reached, wanted] = [
    [...reachedUnits, ...reachedRegions],
    [...units, ...regions],
  ];
  const isWhole = wanted.every((one) => reached.includes(one));
  return rule(
    "stack-set-reach",
    isWhole && reached.every((one) => wanted.includes(one)),
    `It reaches ${placesText(reachedUnits, reachedRegions)}.`,
    { expected: `It reaches ${placesText(units, regions)}.`, ...(isWhole ? { otherwise: "warn" } : {}) },
  );
}

const placesText = (units: readonly string[], regions: readonly string[]): string =>
  `${[...units].sort().join(", ") || "no unit"} in ${[...regions].sort().join(", ") || "no region"}`;
