import { OrganizationsClient, paginateListAccounts } from "@aws-sdk/client-organizations";
import type { Target } from "../../fleet";
import { type CallerSessions, everyItem } from "../aws";

/** Where the organization is asked: with the caller's own credentials, or a role of its management account. */
export interface OrganizationProps {
  readonly sessions: CallerSessions;
  readonly region: string;
  /** ARN of a role that may list the accounts. */
  readonly role?: string;
  readonly signal: AbortSignal;
}

/** The active accounts of the organization, by their ids. */
export async function organizationAccounts({
  sessions,
  region,
  role,
  signal,
}: OrganizationProps): Promise<Target["account"][]> {
  const { client } = await sessions({ region, role: role ? { arn: role } : undefined }, signal);
  const accounts = await everyItem(
    paginateListAccounts({ client: client(OrganizationsClient) }, {}, { abortSignal: signal }),
    ({ Accounts }) => Accounts,
  );
  return accounts
    .filter(({ State, Status }) => (State ?? Status) === "ACTIVE")
    .map(({ Id: id = "", Name: name = id }) => ({ id, name }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}
