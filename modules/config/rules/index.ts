import { accountsAreUnique, fleetIsThere } from "./accounts";
import { replicasAreElsewhere } from "./bootstrap";
import { dashboardsAreApart } from "./dashboards";
import { hubsAreSmallEnough, hubsAreThere } from "./hubs";
import { organizationFits, organizationStateIsApart } from "./organization";
import { accountsHaveRegions, regionsExist } from "./regions";
import { retiredHaveLeft } from "./retired";
import type { Rule } from "./rule";
import { sitesAreComplete } from "./sites";
import { s3StateIsSpeltRight, statesAreApart, statesHoldNoTokens } from "./state";
import { statesHoldNoSecrets } from "./state-secrets";
import { subscriptionsHaveOneOwner } from "./subscriptions";
import { trailsAreMadeOnce } from "./trails";
import { wavesFit } from "./waves";
import { workspacesFit } from "./workspaces";

/** Everything that must hold across fields, in the order in which problems are told. */
export const RULES: readonly Rule[] = [
  fleetIsThere,
  s3StateIsSpeltRight,
  statesAreApart,
  statesHoldNoTokens,
  statesHoldNoSecrets,
  replicasAreElsewhere,
  workspacesFit,
  accountsAreUnique,
  regionsExist,
  accountsHaveRegions,
  sitesAreComplete,
  trailsAreMadeOnce,
  dashboardsAreApart,
  hubsAreThere,
  hubsAreSmallEnough,
  subscriptionsHaveOneOwner,
  organizationFits,
  organizationStateIsApart,
  retiredHaveLeft,
  wavesFit,
];
