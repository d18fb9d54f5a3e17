import type { SynthesizedStack } from "../../modules/proof";
import type { Raw } from "../support/fleet";
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

const defaults = {
  regions: ["eu-west-1"],
  role: "arn:aws:iam::{account}:role/keywatch-deploy",
  trail: { logGroup: "trail" },
  subscriptions: [{ protocol: "email", endpoint: "security@acme.example" }],
};
const stack = (account: string) => `keywatch-${account}-eu-west-1`;
const alarmIn = (account: string) => ({
  stack: stack(account),
  address: "aws_cloudwatch_metric_alarm.cis_4_7",
  account,
});

function topology(name: string, member: string, hub: string, accounts: readonly string[], config: Raw): Topology {
  return {
    name,
    stacks: synthesized({ name: "keywatch", defaults, ...config }),
    member: stack(member),
    hub: stack(hub),
    topicArn: `arn:aws:sns:eu-west-1:${hub}:KMSCustomerKeyEvents`,
    paths: accounts.map(alarmIn),
  };
}

/** The three ways in which fleets are laid out. */
export const TOPOLOGIES: readonly Topology[] = [
  topology("own topics", "111111111111", "111111111111", ["111111111111"], {
    accounts: [{ id: "111111111111", name: "payments-prod" }],
  }),
  topology("a hub", "111111111111", "999999999999", ["111111111111", "222222222222"], {
    accounts: [
      { id: "111111111111", name: "payments-prod", topic: { hub: "999999999999" }, subscriptions: [] },
      { id: "222222222222", name: "data-prod", topic: { hub: "999999999999" }, subscriptions: [] },
      { id: "999999999999", name: "security", controls: { "cis-4.7": false } },
    ],
  }),
  topology("an organization trail", "999999999999", "999999999999", ["999999999999"], {
    accounts: [{ id: "999999999999", name: "management", trail: { logGroup: "trail", organization: true } }],
  }),
];
