import type { Path } from "../../modules/config";
import { parsePath } from "./paths";

/** Values to put into a config by their paths; `undefined` takes a key away. */
export type Changes = Readonly<Record<string, unknown>>;

/** A config as a person writes it, before anything is checked. */
// biome-ignore lint/suspicious/noExplicitAny: tests write into it what no type allows
export type Raw = any;

/** The shortest config that holds: one account, one region and the log group of its trail. */
export const smallFleet = (changes: Changes = {}): Raw =>
  changed(
    {
      name: "keywatch",
      accounts: [{ id: "111111111111", name: "payments-prod", regions: ["eu-west-1"], trail: { logGroup: "trail" } }],
    },
    changes,
  );

/** A fleet in which defaults, account and overrides each give something: two accounts, three targets. */
export const layeredFleet = (changes: Changes = {}): Raw =>
  changed(
    {
      name: "keywatch",
      defaults: {
        regions: ["eu-west-1"],
        role: "arn:aws:iam::{account}:role/keywatch-deploy",
        trail: { logGroup: "trail" },
        subscriptions: [{ protocol: "email", endpoint: "security@acme.example" }],
        tags: { owner: "security", level: "defaults" },
      },
      accounts: [
        { id: "111111111111", name: "payments-prod", tags: { level: "account" } },
        {
          id: "222222222222",
          name: "data-prod",
          regions: ["us-east-1", "eu-west-1"],
          tags: { level: "account" },
          overrides: { "us-east-1": { trail: { logGroup: "legacy-trail" }, tags: { level: "overrides" } } },
        },
      ],
    },
    changes,
  );

/** The config with the values at these paths changed. */
export function changed(config: Raw, changes: Changes): Raw {
  return Object.entries(changes).reduce((whole, [path, value]) => put(whole, parsePath(path), value), config);
}

function put(node: Raw, [key, ...rest]: Path, value: unknown): Raw {
  if (key === undefined) return value;
  const copy = Array.isArray(node) ? [...node] : { ...node };
  if (rest.length === 0 && value === undefined) delete copy[key];
  else copy[key] = put(copy[key], rest, value);
  return copy;
}
