import type { Trail } from "@aws-sdk/client-cloudtrail";
import { type Locality, logGroupArn } from "../../../aws";
import { answered, type Session } from "../../aws";
import { listTrails, seeTrail } from "../../trails";
import type { Seen } from "../seen";

/** The trails that can be seen in a target, shadows of other regions included; those that feed its log group in full. */
export const seeTrails = (session: Session, at: Locality, logGroup: string): Promise<Seen["trails"]> =>
  answered(session.signal, async () => {
    const wanted = logGroupArn(at, logGroup);
    const feeds = ({ CloudWatchLogsLogGroupArn: arn }: Trail) => arn?.replace(/:\*$/, "") === wanted;
    const trails = await listTrails(session);
    return {
      feeding: await Promise.all(trails.filter(feeds).map((trail) => seeTrail(session, trail))),
      others: trails.filter((trail) => !feeds(trail)),
    };
  });
