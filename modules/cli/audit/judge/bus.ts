import { accountRoot } from "../../../aws";
import { parsePolicy, type ReadStatement, sendRequests } from "../../../proof";
import { policyRulings } from "./asked";
import { type Link, onAnswer, type Rule, type Ruling, rulesOn } from "./link";
import { sendersIn } from "./statements";

/** The bus of a hub, to which its members send their key events. */
export const bus: Link = {
  name: "Bus of a hub",
  steps: {
    "bus-exists": {
      title: "The hub's bus exists",
      expected: "The event bus to which the relays of the members send.",
      remedy: "Deploy the hub's stack again: it makes the rules on the bus too.",
      otherwise: "fail",
    },
    "bus-policy": {
      title: "The bus lets every member send, and every account of an organization that may",
      expected:
        "Statements that allow events:PutEvents to each account of the fleet that relays to the hub, and to the organization where the config has one.",
      remedy: "Deploy the hub's stack again.",
      otherwise: "fail",
    },
    "bus-senders": {
      title: "Only members may send to the bus",
      expected: "No other account or organization than those that the config lets send.",
      remedy: "Deploy the hub's stack again, and find in CloudTrail who changed it: PutPermission.",
      otherwise: "warn",
    },
  },
  judge: ({ target, seen }) => {
    const wanted = target.fastPath?.bus;
    if (!wanted || !seen.fastPath?.bus) return [];
    const { arn, senders, organization } = wanted;
    return onAnswer(seen.fastPath.bus, { id: "bus-exists", resource: arn }, (found, at) => {
      const rule = rulesOn({ at, resource: arn });
      if (!found) return [rule("bus-exists", false, `There is no bus ${arn}.`)];
      const statements = parsePolicy(found.policy) ?? [];
      const members = senders.map((account) => ({
        account,
        arn: accountRoot({ ...target, account }),
        kind: "A member",
      }));
      return [
        rule("bus-exists", true, `${arn} exists.`),
        ...policyRulings(rule, "bus-policy", statements, members, ({ account }) => [sendRequests(account, arn)[1]]),
        ...policyRulings(rule, "bus-policy", statements, unlisted(organization), (sender) => [
          sendRequests(sender.account, arn, organization)[1],
        ]),
        sendersRuling(rule, [...senders, ...(organization ? [organization] : [])], statements),
      ];
    });
  },
};

/** An account of an organization that nobody lists; a policy can know it by its organization alone. */
const unlisted = (organization?: string) =>
  organization ? [{ account: "an unlisted account", arn: organization, kind: "An account of the organization" }] : [];

function sendersRuling(rule: Rule, senders: readonly string[], statements: readonly ReadStatement[]): Ruling {
  const strangers = sendersIn(statements).filter((account) => !senders.includes(account));
  const evidence =
    strangers.length === 0
      ? "Nobody beyond those that the config lets send is let in."
      : `The config does not let send: ${strangers.join(", ")}.`;
  return rule("bus-senders", strangers.length === 0, evidence);
}
