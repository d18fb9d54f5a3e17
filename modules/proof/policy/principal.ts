import { type ReadStatement, texts } from "./parse";
import type { PolicyRequest } from "./request";

/** Whom a statement means, seen from a call: its caller, everyone, or others. */
export type Meant = "caller" | "everyone" | "others";

/** Whom the principal of a statement means. A policy without principals is an identity's own. */
export function meantBy(principal: unknown, request: PolicyRequest): Meant {
  if (isEveryone(principal)) return "everyone";
  if ("service" in request) return named(principal, "Service").includes(request.service) ? "caller" : "others";
  if ("account" in request) return named(principal, "AWS").some(isOf(request.account)) ? "caller" : "others";
  return principal === undefined ? "caller" : "others";
}

const isEveryone = (principal: unknown): boolean => principal === "*" || named(principal, "AWS").includes("*");

const named = (principal: unknown, kind: "AWS" | "Service"): readonly string[] =>
  texts((principal as ReadStatement | undefined)?.[kind]);

/** Whether a principal stands for a whole account: by its id, or by its root. */
const isOf = (account: string) => (principal: string) =>
  principal === account || new RegExp(`^arn:[^:]+:iam::${account}:root$`).test(principal);
