import { accountRoot } from "../../../aws";
import { parsePolicy, type ReadStatement, sendRequests } from "../../../proof";
import { policyRulings } from "./asked";
import { type Link, onAnswer, type Rule, type Ruling, rulesOn } from "./link";
import { sendingAccounts } from "./statements";

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
      title: "The bus lets every member send",
      expected: "Statements that allow events:PutEvents to each account of the fleet that relays to the hub.",
      remedy: "Deploy the hub's stack again.",
      otherwise: "fail",
    },
    "bus-senders": {
      title: "Only members may send to the bus",
      expected: "No other account than those that the config lets send.",
      remedy: "Deploy the hub's stack again, and find in CloudTrail who changed it: PutPermission.",
      otherwise: "warn",
    },
  },
  judge: ({ target, seen }) => {
    const wanted = target.fastPath?.bus;
    if (!wanted || !seen.fastPath?.bus) return [];
    const { arn, senders } = wanted;
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
        sendersRuling(rule, senders, statements),
      ];
    });
  },
};

function sendersRuling(rule: Rule, senders: readonly string[], statements: readonly ReadStatement[]): Ruling {
  const strangers = sendingAccounts(statements).filter((account) => !senders.includes(account));
  const evidence =
    strangers.length === 0
      ? "No account beyond the members is let in."
      : `Accounts that the config does not let send: ${strangers.join(", ")}.`;
  return rule("bus-senders", strangers.length === 0, evidence);
}
