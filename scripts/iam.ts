import config from "../keywatch.config";
import { boundaryOf, describeRoles, type MemberKind, ROLE_KINDS, type RoleKind, trustedIn } from "../modules/access";
import { policyFiles } from "../modules/access/formats/documents";
import type { Config } from "../modules/config";
import { resolve, stateBucketOf } from "../modules/fleet";

const PIPELINE = { account: "999999999999", region: "eu-west-1", partition: "aws" } as const;

const example: Config = {
  ...config,
  state: {
    type: "s3",
    bucket: "acme-terraform-state",
    region: PIPELINE.region,
    bootstrap: { account: PIPELINE.account, replica: { region: "eu-central-1" } },
  },
};

/** The fleet of docs/iam: the example's, with its states in a bucket. */
export const exampleFleet = resolve(example);

/** Who may assume the roles that are not entered by the pipeline. */
const TRUSTED: Readonly<Partial<Record<RoleKind, string>>> = {
  pipeline: "github:acme/keywatch",
  discover: "github:acme/keywatch",
  bootstrap: `arn:aws:iam::${PIPELINE.account}:root`,
};

const described = (kind: RoleKind, ...entered: readonly MemberKind[]) =>
  policyFiles({
    roles: describeRoles({
      kinds: [kind],
      entered,
      fleet: exampleFleet,
      bucket: stateBucketOf(example),
      targets: exampleFleet,
      trusted: [trustedIn(TRUSTED[kind] ?? `arn:aws:iam::${PIPELINE.account}:role/keywatch-pipeline`)].filter(
        (trusted) => trusted !== undefined,
      ),
      accountText: () => "*",
      at: PIPELINE,
    }),
  });

/** The same with a boundary, and with one of each role that stacks make. */
const bounded: Config = {
  ...example,
  defaults: {
    ...example.defaults,
    permissionsBoundary: "keywatch-boundary",
    topic: { hub: PIPELINE.account },
    fastPath: true,
  },
  accounts: [
    { id: "111111111111", name: "payments-prod", trail: { create: {} }, liveness: true },
    { id: PIPELINE.account, name: "security", topic: {} },
  ],
};
const boundedFleet = resolve(bounded);

const boundary = (): [string, object][] =>
  Object.entries(
    policyFiles({
      roles: [],
      boundary: boundaryOf({
        targets: boundedFleet,
        fleet: boundedFleet,
        bucket: stateBucketOf(bounded),
        accountText: () => "*",
      }),
    }),
  );

/** The files of docs/iam that hold policies, by their names. */
export function iamFiles(): Record<string, string> {
  const planning = Object.entries(described("pipeline", "plan"));
  const all = [
    ...ROLE_KINDS.flatMap((kind) => Object.entries(described(kind, "deploy", "plan", "audit"))),
    ...boundary(),
    ...planning.map(([name, document]) => [name.replace("pipeline", "pipeline-plan"), document] as const),
  ];
  return Object.fromEntries(all.map(([name, document]) => [name, `${JSON.stringify(document, null, 2)}\n`]));
}
