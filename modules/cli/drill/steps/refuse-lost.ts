import { seeAction } from "../../audit/collect/alarms";
import { FaultError } from "../../aws/fault";
import type { Ground } from "../step";

/** Fails where CloudWatch remembers that the topic did not take the alarm's message; then no waiting helps. */
export async function refuseLost({ own, plan: { control, topic } }: Ground, since: number): Promise<void> {
  const last = await seeAction(own, control.alarm.name, topic.arn);
  if (!last.ok || !last.value || last.value.succeeded || Date.parse(last.value.at) < since) return;
  throw new FaultError({
    kind: "failed",
    message: `The topic did not take the message: ${last.value.summary}`,
    remedy: "Mend the policy of the topic or of its key: keywatch audit tells which.",
  });
}
