import type { Config } from "../../config";
import { type Reached, resolve } from "../../fleet";
import { faultOf, openSessions } from "../aws";
import { paceOf } from "../aws/options";
import type { Call } from "../command";
import { withProgress } from "../progress";
import { type Candidate, candidatesOf, goneFrom } from "./candidates";
import { discoveryOf } from "./discovery";
import { homeRegion } from "./home";
import { lookAt } from "./look";
import type { DiscoverOptions } from "./options";
import { type OrganizationProps, organizationAccounts } from "./organization";
import type { Discovery } from "./result";
import { unlistedText } from "./unlisted";

/** Looks at the accounts that are meant; undefined where the organization's could not be listed, which is then told. */
export async function discover(
  call: Call<DiscoverOptions>,
  config: Config | undefined,
): Promise<Discovery | undefined> {
  const { options, terminal, env } = call;
  const sessions = openSessions(env);
  const targets = config ? resolve(config) : [];
  const home = homeRegion(env);
  const signal = call.interrupted();
  let organization: readonly Reached["account"][] | undefined;
  try {
    organization = await organizationOf(options, { sessions, region: home, signal });
  } catch (error) {
    terminal.err(unlistedText(faultOf(error, signal)));
    return undefined;
  }
  const { regions, role } = options;
  const candidates = candidatesOf({
    config,
    targets,
    accounts: organization ?? options.account,
    regions,
    role,
    home,
  });
  const asked = { ...call, interrupted: () => signal };
  const outcomes = await withProgress(terminal, "Looking", candidates.length, (step) =>
    lookAt(
      candidates,
      sessions,
      paceOf<Candidate>(asked, ({ account }) => step(account.id)),
    ),
  );
  return discoveryOf(outcomes, organization ? goneFrom(targets, organization) : []);
}

/** The accounts of the organization, if it is asked for. */
const organizationOf = async (
  { organization }: DiscoverOptions,
  place: Omit<OrganizationProps, "role">,
): Promise<readonly Reached["account"][] | undefined> =>
  organization ? organizationAccounts({ ...place, role: organization === true ? undefined : organization }) : undefined;
