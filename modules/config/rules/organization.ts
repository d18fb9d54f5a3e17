import { REGIONS } from "../../aws";
import { organizationHubs, organizationPlace, silentIn } from "../organization";
import type { Problem } from "../problem";
import type { Organization } from "../schema";
import type { Site } from "../sites";
import { foreignTopics } from "./fast-path";
import { regionList, unknownRegion } from "./regions";
import { roleFits } from "./roles";
import type { Rule } from "./rule";
import { stateAddress } from "./state";

/** Accounts, and regions of accounts, that a template can name: CloudFormation takes 51,200 bytes. */
const MOST_SILENT = 500;

/** The accounts of an organization have a hub to send to, and the StackSet that makes them can be made. */
export const organizationFits: Rule = (draft, sites) => {
  const { organization } = draft;
  if (!organization) return [];
  const place = organizationPlace(draft);
  return [
    ...unknownRegion(organization.region, ["organization", "region"]),
    ...regionList(organization.regions, ["organization", "regions"]),
    ...hubProblems(organization, sites),
    ...(place ? [...roleFits(place), ...partitionProblems(organization, place.partition, sites)] : []),
    ...sizeProblems(organization, sites),
  ];
};

/** The hub has a target in every region from which events are sent, whose rules publish to topics of its own. */
function hubProblems(organization: Organization, sites: readonly Site[]): Problem[] {
  const { hub, regions } = organization;
  const hubs = organizationHubs(organization, sites);
  const path = ["organization", "hub"];
  if (!sites.some(({ account }) => account === hub)) {
    return [
      {
        path,
        message: `The hub ${hub} is not in the fleet.`,
        expected: "the id of an account under `accounts`",
        remedy: `List account ${hub}; controls: { "cis-4.7": false } where it is a hub alone.`,
      },
    ];
  }
  const missing = (regions ?? []).filter((name) => REGIONS.has(name) && !hubs.some(({ region }) => region === name));
  const foreign = new Map(hubs.flatMap(foreignTopics).map((topic) => [JSON.stringify(topic), topic]));
  return [
    ...missing.map((region) => ({
      path,
      message: `The hub ${hub} has no target in ${region}, where the organization sends to it.`,
      expected: "a hub with every region of `organization.regions`",
      remedy: `Add ${region} to the regions of account ${hub}, or take it out of organization.regions.`,
    })),
    ...[...foreign.values()].map(({ account, path }) => ({
      path,
      message: `The rules of the hub ${hub} cannot publish to a topic of ${account}.`,
      expected: "topics of the hub's own account",
      remedy: `Give account ${hub} topic: { name: "..." }, or make another account the hub of the organization.`,
    })),
  ];
}

/** An organization is in one partition, and not in China: StackSets have no trusted access there. */
function partitionProblems({ hub }: Organization, partition: string, sites: readonly Site[]): Problem[] {
  const path = ["organization", "region"];
  const theirs = sites.find(({ account }) => account === hub)?.partition ?? partition;
  if (theirs !== partition) {
    return [
      {
        path,
        message: `A StackSet of ${partition} does not reach accounts of ${theirs}.`,
        expected: `a region of ${theirs}`,
        remedy: "Name a region of the hub.",
      },
    ];
  }
  if (partition !== "aws-cn") return [];
  return [
    {
      path,
      message: "AWS does not let StackSets reach the accounts of an organization in China.",
      expected: "a region outside of aws-cn",
      remedy: "Take `organization` out and list the accounts: keywatch discover finds them.",
    },
  ];
}

function sizeProblems(organization: Organization, sites: readonly Site[]): Problem[] {
  const silent = silentIn(organization, sites).length;
  if (silent <= MOST_SILENT) return [];
  return [
    {
      path: ["organization"],
      message: `${silent} accounts, or regions of accounts, would have to be kept from sending.`,
      expected: `at most ${MOST_SILENT}: CloudFormation takes no larger template`,
      remedy: "Set fastPath: false in accounts that the organization's units hold.",
    },
  ];
}

/** The state of the organization's stack is not that of a target in the same account and region. */
export const organizationStateIsApart: Rule = (draft, sites) => {
  const place = organizationPlace(draft);
  const address = stateAddress(draft.state);
  const shared = sites.find(({ account, region }) => account === place?.account && region === place.region);
  if (!place || !shared || !address || address.texts.some((text) => text.includes("{stack}"))) return [];
  return [
    {
      path: ["state", address.setting],
      message: `The stacks ${place.stack} and ${shared.stack} would share one state.`,
      expected: "`{stack}` in the setting that says where a state lies, or a region of its own for the StackSet",
      remedy: "Name another region as organization.region.",
    },
  ];
};
