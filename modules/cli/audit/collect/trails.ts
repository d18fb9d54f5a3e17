import {
  CloudTrailClient,
  DescribeTrailsCommand,
  GetEventSelectorsCommand,
  GetTrailStatusCommand,
  type Trail,
} from "@aws-sdk/client-cloudtrail";
import { type Locality, logGroupArn } from "../../../aws";
import type { Session } from "../../aws";
import type { Seen, SeenTrail } from "../seen";
import { answered } from "./answer";

/** The trails that can be seen in a target, shadows of other regions included; those that feed its log group in full. */
export const seeTrails = ({ ask, signal }: Session, at: Locality, logGroup: string): Promise<Seen["trails"]> =>
  answered(signal, async () => {
    const { trailList = [] } = await ask(CloudTrailClient, new DescribeTrailsCommand({ includeShadowTrails: true }));
    const wanted = logGroupArn(at, logGroup);
    const feeds = ({ CloudWatchLogsLogGroupArn: arn }: Trail) => arn?.replace(/:\*$/, "") === wanted;
    const inFull = async (trail: Trail): Promise<SeenTrail> => {
      const name = trail.TrailARN ?? trail.Name;
      const [status, selectors] = await Promise.all([
        answered(signal, () => ask(CloudTrailClient, new GetTrailStatusCommand({ Name: name }))),
        answered(signal, () => ask(CloudTrailClient, new GetEventSelectorsCommand({ TrailName: name }))),
      ]);
      return { trail, status, selectors };
    };
    return {
      feeding: await Promise.all(trailList.filter(feeds).map(inFull)),
      others: trailList.filter((trail) => !feeds(trail)),
    };
  });
