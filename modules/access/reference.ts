import type { Target } from "../fleet";
import { code, table, withBetween } from "../markdown";
import { MEMBER_JOBS } from "./jobs";
import { actionsIn, type Need, type Scope } from "./need";
import { BOOTSTRAP_NEEDS } from "./needs/bootstrap";
import { DISCOVER_NEEDS } from "./needs/discover";
import { pipelineNeeds } from "./needs/pipeline";
import { RESOURCE_NEEDS } from "./needs/resources";
import type { RoleKind } from "./role-names";

const START = "<!-- What the deploy role may do: written by `npm run docs`. -->";
const END = "<!-- End of what the deploy role may do. -->";

/** A Markdown text with what the deploy role of a fleet may do, between its two markers. */
export const withDeployTable = (text: string, fleet: readonly Target[]): string =>
  withBetween(text, START, END, needsTable(deployNeeds.filter(({ scope }) => isThere(scope, fleet))));

const deployNeeds = MEMBER_JOBS.deploy.needs;

const isThere = (scope: Scope, fleet: readonly Target[]): boolean =>
  fleet.some((target) => scope.on(target).length > 0);

const INTRODUCTION = `# Roles

<!-- Written by \`npm run docs\` from modules/access/needs. -->

\`npx keywatch permissions\` writes the roles of your config. The files here are what it writes for the example fleet, \`keywatch.config.ts\`,
with its states in the bucket \`acme-terraform-state\`. The tables below say what each role may be allowed;
a role gets the rows of which its targets have something, on exactly those ARNs.`;

const DEPLOY = `Makes, changes and destroys the stacks, and puts back what somebody changed by hand.
Some of its rights reach further than the stacks, because AWS offers nothing narrower:

- Nobody knows the id of a key before it is made: \`kms:PutKeyPolicy\` and \`kms:ScheduleKeyDeletion\` reach every key of the account and region whose own policy leaves it to IAM.
  Guard such keys in their policies, as the keys that are made here are; or use a key that exists, \`encryption: { keyArn }\`, and the role has no right over keys.
- With a created trail, a relay of the fast path or a heartbeat it makes roles, under their names alone, and says what they may do: it could give one of them every right.
  With \`permissionsBoundary\` in the config it cannot: it makes roles, and gives them rights, with that [boundary](#boundary) alone, and can neither take it off nor change it.
- In the account that makes the StackSet of an organization it says what CloudFormation makes in all of its accounts, a role among it, and IAM asks nobody what is in a template.
  Guard that role, or ask for the boundary in a service control policy on \`iam:CreateRole\` and \`iam:PutRolePolicy\`.`;

const ROLES: readonly (readonly [RoleKind, string, readonly Need<never>[]])[] = [
  ["deploy", DEPLOY, MEMBER_JOBS.deploy.needs],
  ["plan", "Plans the stacks: the part of the deploy role that only reads.", MEMBER_JOBS.plan.needs],
  ["audit", "Looks at the whole alert path, for `keywatch audit`.", MEMBER_JOBS.audit.needs],
  [
    "drill",
    "Makes a key with a tag of its own and ends it, for `keywatch drill`; no key that encrypts can be ended by it.",
    MEMBER_JOBS.drill.needs,
  ],
  [
    "pipeline",
    "Enters the accounts by the roles that `--enter` names, and keeps the states. " +
      "Where those roles only read it is named for them, as `keywatch-pipeline-plan`, reads the states and locks nothing.\n" +
      "More accounts than a policy has room for by their ARNs are a condition: the roles' names in any account, if " +
      "`aws:ResourceAccount` is one of the fleet's. So one role enters up to 3,800 accounts.",
    pipelineNeeds(["deploy"], []),
  ],
  [
    "bootstrap",
    "Makes the bucket of the states and changes it, for `keywatch bootstrap`; it ends nothing.",
    BOOTSTRAP_NEEDS,
  ],
  ["discover", "Lists the accounts of the organization and enters them, for `keywatch discover`.", DISCOVER_NEEDS],
];

const BOUNDARY = `## boundary

The policy that \`permissionsBoundary\` names. It bounds the roles with which AWS acts for the stacks, and allows nothing by itself:

\`\`\`ts
defaults: { permissionsBoundary: "security/keywatch-boundary", ... }
\`\`\`

[boundary.json](boundary.json) is all that such roles do: of a created trail, a relay, a heartbeat, and the copy of the bucket of the states.
\`npx keywatch permissions boundary\` writes the same for your config, from what the stacks give these roles. A policy of your own will do if it allows this.

1. Make the policy in every account in which a role is made: those of the fleet, that of a copied bucket of states, and with \`organization\` every account of its units.
2. Write the deploy roles again. From then on they make no role without the boundary.
3. Deploy. Roles that exist get it as well.

Write it again before a deploy that adds a region, a hub or a created trail. What a boundary does not allow its roles cannot do: events wait in the fast path's queue, heartbeats stop, a trail's log group stays empty.
\`keywatch audit\` looks whether the roles of relay and heartbeat have the boundary, and cannot tell what it allows.
No role of Keywatch takes it off. To go without it again, let an administrator call \`aws iam delete-role-permissions-boundary\` for each role, and take it out of the config.`;

/** The page of all that roles can be allowed. */
export const accessPage = (): string =>
  `${[INTRODUCTION, ...ROLES.flatMap(([kind, meaning, needs]) => [`## ${kind}`, meaning, needsTable(needs)]), BOUNDARY].join("\n\n")}\n`;

/** What is allowed on what, and the types in the stacks for which it is, where there are any. */
function needsTable(needs: readonly Need<never>[]): string {
  const scopes = [...new Set(needs.map(({ scope }) => scope))];
  const rows = scopes.map((scope) => {
    const ofScope = needs.filter((need) => need.scope === scope);
    return [actionsText(ofScope), scope.label, typesOf(ofScope).map(code).join(", ")];
  });
  return rows.some(([, , types]) => types)
    ? table(["Allowed", "On", "For"], rows)
    : table(
        ["Allowed", "On"],
        rows.map((row) => row.slice(0, 2)),
      );
}

/** `sns:CreateTopic`, then `DeleteTopic`: the service stands before its first action alone. */
function actionsText(needs: readonly Need<never>[]): string {
  const actions = [...new Set(needs.flatMap(actionsIn))];
  return actions
    .map((action, index) => {
      const [service, name = ""] = action.split(":");
      return code(actions[index - 1]?.startsWith(`${service}:`) ? name : action);
    })
    .join(", ");
}

/** The types in the stacks that have one of these needs, or the reading part of one. */
const typesOf = (needs: readonly Need<never>[]): string[] =>
  Object.entries(RESOURCE_NEEDS).flatMap(([type, theirs]) => {
    const has = theirs.some(({ scope, read }) => needs.some((need) => need.scope === scope && need.read === read));
    return has ? [type] : [];
  });
