import {
  CloudFormationClient,
  DescribeStackSetCommand,
  paginateListStackInstances,
} from "@aws-sdk/client-cloudformation";
import type { TargetOrganization } from "../../../fleet";
import { type Answer, answered, everyItem, type Session, unlessMissing } from "../../aws";
import type { SeenStackSet } from "../seen";

/** As many instances as one answer may have. */
const PAGE = 100;

/** The StackSet of an organization with all of its instances; undefined where there is none. */
export const seeStackSet = (
  { ask, client, signal }: Session,
  { stackSet, callAs }: TargetOrganization,
): Promise<Answer<SeenStackSet | undefined>> =>
  answered(signal, async () => {
    const asked = { StackSetName: stackSet, CallAs: callAs };
    const found = await unlessMissing(ask(CloudFormationClient, new DescribeStackSetCommand(asked)));
    if (!found?.StackSet) return undefined;
    const pages = paginateListStackInstances({ client: client(CloudFormationClient), pageSize: PAGE }, asked, {
      abortSignal: signal,
    });
    const instances = await answered(signal, () => everyItem(pages, ({ Summaries }) => Summaries));
    return { stackSet: found.StackSet, instances };
  });
