import type { RoleDescription } from "../describe";
import type { Described } from "./described";

/** What stands for the account in a Terraform configuration: that of its provider. */
export const TERRAFORM_ACCOUNT = "${data.aws_caller_identity.current.account_id}";

/** A policy as a template of Terraform in which nothing but the account is filled in. */
const template = (document: object): string =>
  JSON.stringify(document)
    .split(TERRAFORM_ACCOUNT)
    .map((part) => part.replace(/[$%](?=\{)/g, "$&$&"))
    .join(TERRAFORM_ACCOUNT);

/** Roles and policies in Terraform's JSON syntax, for a configuration that has a provider. */
export function terraformJson({ roles, boundary }: Described): object {
  const policies = roles.flatMap((role) =>
    role.policies.map((policy, index) => ({ ...role, ...policy, address: addressOf(role, index), role })),
  );
  const alone = boundary ? [{ ...boundary, address: "boundary" }] : [];
  return {
    data: { aws_caller_identity: { current: {} } },
    resource: {
      aws_iam_role: keyed(roles, (role) => [
        addressOf(role),
        {
          name: role.name,
          path: role.path,
          description: role.description,
          assume_role_policy: template(role.trust ?? {}),
        },
      ]),
      aws_iam_policy: keyed([...policies, ...alone], ({ address, name, path, description, document }) => [
        address,
        { name, path, description, policy: template(document) },
      ]),
      aws_iam_role_policy_attachment: keyed(policies, ({ address, role }) => [
        address,
        { role: `\${aws_iam_role.${addressOf(role)}.name}`, policy_arn: `\${aws_iam_policy.${address}.arn}` },
      ]),
    },
  };
}

/** `deploy` for the role and its first policy, `deploy_2` for its second. */
const addressOf = ({ kind }: RoleDescription, index = 0): string => (index === 0 ? kind : `${kind}_${index + 1}`);

const keyed = <T>(items: readonly T[], entry: (item: T) => [string, object]): Record<string, object> =>
  Object.fromEntries(items.map(entry));
