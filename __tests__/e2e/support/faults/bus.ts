import { DescribeEventBusCommand, PutPermissionCommand } from "@aws-sdk/client-eventbridge";
import { edited, type Fault, type Statement } from "./fault";

const busWith =
  (change: (senders: string[]) => string[]): Fault =>
  async ({ events }) => {
    const EventBusName = "keywatch-keys";
    const { Policy = "" } = await events.send(new DescribeEventBusCommand({ Name: EventBusName }));
    const senders = (statements: readonly Statement[]) =>
      statements.map((statement) => ({
        ...statement,
        Condition: {
          StringEquals: {
            "aws:PrincipalAccount": change(
              [statement.Condition?.StringEquals?.["aws:PrincipalAccount"] ?? []].flat() as string[],
            ),
          },
        },
      }));
    await events.send(new PutPermissionCommand({ EventBusName, Policy: edited(Policy, senders) }));
    return () => events.send(new PutPermissionCommand({ EventBusName, Policy }));
  };

export const busFaults = {
  memberShutOut: busWith(() => ["666666666666"]),
  strangerLetIn: busWith((all) => [...all, "666666666666"]),
};
