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

/** Two accounts that publish to the topic of a third, in which nothing is watched. */
export const hubFleet = (changes: Changes = {}): Raw =>
  changed(
    {
      name: "keywatch",
      defaults: {
        regions: ["eu-west-1"],
        role: "arn:aws:iam::{account}:role/keywatch-deploy",
        trail: { logGroup: "trail" },
        topic: { hub: "999999999999" },
        subscriptions: [{ protocol: "email", endpoint: "security@acme.example" }],
      },
      accounts: [
        { id: "111111111111", name: "payments-prod" },
        { id: "222222222222", name: "data-prod" },
        { id: "999999999999", name: "security", topic: {}, controls: { "cis-4.7": false } },
      ],
    },
    changes,
  );

/** The hub of two accounts, and of a whole organization from both of its regions. */
export const organizationFleet = (changes: Changes = {}): Raw =>
  changed(
    hubFleet({
      "accounts[2].regions": ["us-east-1", "eu-west-1"],
      organization: {
        id: "o-a1b2c3d4e5",
        units: ["r-a1b2"],
        hub: "999999999999",
        account: "888888888888",
        region: "eu-west-1",
      },
    }),
    changes,
  );

/** A config that holds, and an alert that gets lost: an account uses another's topic and does not name it as its hub. */
export const lostFleet = (): Raw =>
  hubFleet({
    "defaults.topic": { arn: "arn:aws:sns:{region}:999999999999:KMSCustomerKeyEvents" },
    "defaults.subscriptions": undefined,
    "accounts[2].controls": undefined,
  });

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
