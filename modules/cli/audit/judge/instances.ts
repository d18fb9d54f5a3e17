import type { StackInstanceSummary } from "@aws-sdk/client-cloudformation";
import { namedFew } from "../../../values";
import type { Rule, Ruling } from "./link";

/** How many instances are named one by one. */
const NAMED = 5;

/** What is on its way, and what was left out because the account is suspended: nobody can call anything there. */
const WAITING: ReadonlySet<string> = new Set(["PENDING", "RUNNING", "SKIPPED_SUSPENDED_ACCOUNT"]);

/** Whether every instance of a StackSet is as its template says; those that are not are named, the lost ones first. */
export function instancesRuling(rule: Rule, instances: readonly StackInstanceSummary[]): Ruling {
  const lacking = instances.filter((instance) => statusOf(instance) !== "CURRENT");
  const waiting = lacking.filter((instance) => WAITING.has(statusOf(instance)));
  const lost = lacking.filter((instance) => !WAITING.has(statusOf(instance)));
  const named = namedFew([...lost, ...waiting].map(instanceText), NAMED, "; ");
  const evidence = `${countsText(instances) || "None"}.${named && ` ${named}.`}`;
  const holds = instances.length > 0 && lacking.length === 0;
  return rule(
    "stack-set-instances",
    holds,
    evidence,
    waiting.length > 0 && lost.length === 0 ? { otherwise: "warn" } : {},
  );
}

/** `CURRENT`, or in what way an instance is not: what came of its last operation says more than that it is `OUTDATED`. */
function statusOf({ Status, StackInstanceStatus }: StackInstanceSummary): string {
  const { DetailedStatus = "SUCCEEDED" } = StackInstanceStatus ?? {};
  return DetailedStatus === "SUCCEEDED" ? `${Status}` : DetailedStatus;
}

const instanceText = (instance: StackInstanceSummary): string => {
  const { Account, Region, StatusReason } = instance;
  const place = `${Account} in ${Region} is ${statusOf(instance)}`;
  return StatusReason ? `${place}: ${StatusReason.replace(/\s+/g, " ").replace(/\.$/, "")}` : place;
};

/** `598 CURRENT, 2 FAILED`. */
function countsText(instances: readonly StackInstanceSummary[]): string {
  const counts = new Map<string, number>();
  for (const status of instances.map(statusOf)) counts.set(status, (counts.get(status) ?? 0) + 1);
  return [...counts].map(([status, count]) => `${count} ${status}`).join(", ");
}
