import type { Partition } from "./regions";

/** What the placeholders of a template stand for. */
export interface Place {
  readonly account: string;
  readonly region: string;
  readonly partition: Partition;
  readonly stack: string;
}

/** The placeholders a template may hold, as a person writes them. */
export const PLACEHOLDERS = ["{account}", "{region}", "{partition}", "{stack}"] as const;

/**
 * Replaces `{account}`, `{region}`, `{partition}` and `{stack}` in a template; every other character stays.
 *
 * @example fill("arn:aws:iam::{account}:role/deploy", place) // "arn:aws:iam::111111111111:role/deploy"
 */
export function fill(template: string, place: Place): string {
  return template.replace(/\{(account|region|partition|stack)\}/g, (_, name: keyof Place) => place[name]);
}

/** An endpoint with its placeholders filled in where it is an ARN; in any other, such as a URL, every character stays. */
export const filledEndpoint = (endpoint: string, place: Place): string =>
  endpoint.startsWith("arn:") ? fill(endpoint, place) : endpoint;
