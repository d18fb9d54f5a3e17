import type { Target } from "./target";

/** Names of the sensitive Terraform variables that the stacks of targets ask for, sorted: one for each `{ fromEnv }`. */
export const secretsOf = (targets: readonly Target[]): readonly string[] =>
  [...new Set(targets.flatMap(namesIn))].sort();

function namesIn({ role, topics }: Target): string[] {
  const endpoints = topics.flatMap(({ subscriptions }) => subscriptions.map(({ endpoint }) => endpoint));
  return [role?.externalId, ...endpoints].flatMap((text) => (typeof text === "object" ? [text.fromEnv] : []));
}
