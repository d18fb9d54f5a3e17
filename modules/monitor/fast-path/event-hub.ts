import { CloudwatchEventBus } from "@cdktf/provider-aws/lib/cloudwatch-event-bus";
import { CloudwatchEventBusPolicy } from "@cdktf/provider-aws/lib/cloudwatch-event-bus-policy";
import { Construct } from "constructs";
import type { TargetFastPath } from "../../fleet";
import { FAST_PATH } from "../../names";
import { atAddress } from "../../terraform";
import { busPolicy } from "./policies";

export interface EventHubProps {
  readonly bus: NonNullable<TargetFastPath["bus"]>;
}

/** The bus of a hub, to which the accounts of the fleet send their key events and nobody else anything. */
export class EventHub extends Construct {
  /** By reference, so that what listens to the bus waits for it. */
  readonly name: string;

  constructor(scope: Construct, { bus }: EventHubProps) {
    super(scope, FAST_PATH.bus);
    const resource = atAddress(FAST_PATH.bus, new CloudwatchEventBus(this, "bus", { name: bus.name }));
    atAddress(
      FAST_PATH.bus,
      new CloudwatchEventBusPolicy(this, "policy", {
        eventBusName: resource.name,
        policy: JSON.stringify(busPolicy(bus)),
      }),
    );
    this.name = resource.name;
  }
}
