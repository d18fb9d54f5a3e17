import type { SynthesizedStack } from "../../modules/proof";
import { type Changes, hubFleet, type Raw, smallFleet } from "../support/fleet";
import { synthesized } from "../support/synthesized";

/** A healthy fleet, and where in it an alarm and the topic that it publishes to are. */
export interface Topology {
  readonly name: string;
  readonly stacks: readonly SynthesizedStack[];
  readonly member: string;
  readonly hub: string;
  readonly topicArn: string;
  /** Every alarm that publishes to the topic. */
  readonly paths: readonly { readonly stack: string; readonly address: string; readonly account: string }[];
}

const stack = (account: string) => `keywatch-${account}-eu-west-1`;

function topology(name: string, config: Raw, hub: string, members: readonly string[]): Topology {
  return {
    name,
    stacks: synthesized(config),
    member: stack(members[0] ?? ""),
    hub: stack(hub),
    topicArn: `arn:aws:sns:eu-west-1:${hub}:KMSCustomerKeyEvents`,
    paths: members.map((account) => ({
      stack: stack(account),
      address: "aws_cloudwatch_metric_alarm.cis_4_7",
      account,
    })),
  };
}

const alone = (changes: Changes = {}) =>
  smallFleet({
    "accounts[0].role": "arn:aws:iam::{account}:role/keywatch-deploy",
    "accounts[0].subscriptions": [{ protocol: "email", endpoint: "security@acme.example" }],
    ...changes,
  });

/** The three ways in which fleets are laid out. */
export const TOPOLOGIES: readonly Topology[] = [
  topology("own topics", alone(), "111111111111", ["111111111111"]),
  topology("a hub", hubFleet(), "999999999999", ["111111111111", "222222222222"]),
  topology(
    "an organization trail",
    alone({ "accounts[0].trail": { logGroup: "trail", organization: true } }),
    "111111111111",
    ["111111111111"],
  ),
];
