import type { Finding, Link } from "./finding";
import type { HeldPolicy } from "./fleet";
import type { PolicyRequest } from "./policy";
import { broken, type Publisher } from "./publisher";
import { refusals, type Sender } from "./requests";

/** A publisher as topics, keys and roles see it. */
export const senderOf = ({ source, service, arn }: Publisher): Sender => ({ service, account: source.account, arn });

/** What a policy of a stack refuses of these requests, as breaks of a link. */
export function policyFindings(
  { source }: Publisher,
  link: Link,
  stack: string,
  { resource, statements }: HeldPolicy,
  requests: readonly PolicyRequest[],
): Finding[] {
  const at = { stack, address: resource.address };
  if (!statements) return [broken(source, link, at, { kind: "unreadable-policy" })];
  return refusals(statements, requests).map((refused) => broken(source, link, at, { kind: "refused", ...refused }));
}
