import { eventBusArn } from "../../aws";
import { localityOf } from "../../fleet";
import type { Need, Scope } from "../need";
import { EVERYTHING, NO_NARROWER, PASS_RELAY_ROLE, RULES } from "../scopes";

export const BUS: Scope = {
  sid: "Bus",
  label: "the bus of a hub",
  on: (target) => (target.fastPath?.bus ? [eventBusArn(localityOf(target), target.fastPath.bus.name)] : []),
};

const BUS_POLICY: Scope = {
  sid: "BusPolicy",
  label: NO_NARROWER,
  on: (target) => (target.fastPath?.bus ? EVERYTHING : []),
};

/** What the resources of EventBridge ask for. */
export const EVENTS = {
  aws_cloudwatch_event_rule: [
    {
      scope: RULES,
      read: ["events:DescribeRule", "events:ListTagsForResource"],
      write: ["events:PutRule", "events:TagResource", "events:UntagResource"],
      end: ["events:DeleteRule"],
    },
  ],
  aws_cloudwatch_event_target: [
    { scope: RULES, read: ["events:ListTargetsByRule"], write: ["events:PutTargets"], end: ["events:RemoveTargets"] },
    { scope: PASS_RELAY_ROLE, write: ["iam:PassRole"] },
  ],
  aws_cloudwatch_event_bus: [
    {
      scope: BUS,
      read: ["events:DescribeEventBus", "events:ListTagsForResource"],
      write: ["events:CreateEventBus", "events:TagResource", "events:UntagResource"],
      end: ["events:DeleteEventBus"],
    },
  ],
  aws_cloudwatch_event_bus_policy: [
    { scope: BUS, read: ["events:DescribeEventBus"] },
    { scope: BUS_POLICY, write: ["events:PutPermission"], end: ["events:RemovePermission"] },
  ],
} as const satisfies Record<string, readonly Need[]>;
