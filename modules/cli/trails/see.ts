import {
  CloudTrailClient,
  DescribeTrailsCommand,
  GetEventSelectorsCommand,
  GetTrailStatusCommand,
  type Trail,
} from "@aws-sdk/client-cloudtrail";
import { answered, type Session } from "../aws";
import type { SeenTrail } from "./seen";

/** The trails that can be seen in a region: its own, those of all regions, and those of the organization. */
export async function listTrails({ ask }: Session): Promise<readonly Trail[]> {
  const { trailList = [] } = await ask(CloudTrailClient, new DescribeTrailsCommand({ includeShadowTrails: true }));
  return trailList;
}

/** A trail in full. */
export async function seeTrail({ ask, signal }: Session, trail: Trail): Promise<SeenTrail> {
  const name = trail.TrailARN ?? trail.Name;
  const [status, selectors] = await Promise.all([
    answered(signal, () => ask(CloudTrailClient, new GetTrailStatusCommand({ Name: name }))),
    answered(signal, () => ask(CloudTrailClient, new GetEventSelectorsCommand({ TrailName: name }))),
  ]);
  return { trail, status, selectors };
}
