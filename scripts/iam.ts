import config from "../keywatch.config";
import { describeRoles, ROLE_KINDS, trustedIn } from "../modules/access";
import { policyFiles } from "../modules/access/formats/documents";
import { resolve } from "../modules/fleet";

const PIPELINE = { account: "999999999999", region: "eu-west-1", partition: "aws" } as const;

/** The fleet of docs/iam: the example's, with its states in a bucket. */
export const exampleFleet = resolve({
  ...config,
  state: { type: "s3", bucket: "acme-terraform-state", region: PIPELINE.region },
});

/** The files of docs/iam that hold policies, by their names. */
export function iamFiles(): Record<string, string> {
  const roles = ROLE_KINDS.flatMap((kind) => {
    const who =
      kind === "pipeline" ? "github:acme/keywatch" : `arn:aws:iam::${PIPELINE.account}:role/keywatch-pipeline`;
    return describeRoles({
      kinds: [kind],
      entered: ["deploy", "plan", "audit"],
      fleet: exampleFleet,
      targets: exampleFleet,
      trusted: [trustedIn(who)].filter((trusted) => trusted !== undefined),
      accountText: () => "*",
      at: PIPELINE,
    });
  });
  return Object.fromEntries(
    Object.entries(policyFiles(roles)).map(([name, document]) => [name, `${JSON.stringify(document, null, 2)}\n`]),
  );
}
