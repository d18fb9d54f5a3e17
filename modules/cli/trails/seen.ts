import type { GetEventSelectorsCommandOutput, GetTrailStatusCommandOutput, Trail } from "@aws-sdk/client-cloudtrail";
import type { Answer } from "../aws";

/** A trail with what CloudTrail says of its state. */
export interface SeenTrail {
  readonly trail: Trail;
  readonly status: Answer<
    Pick<
      GetTrailStatusCommandOutput,
      "IsLogging" | "LatestCloudWatchLogsDeliveryTime" | "LatestCloudWatchLogsDeliveryError"
    >
  >;
  readonly selectors: Answer<Pick<GetEventSelectorsCommandOutput, "EventSelectors" | "AdvancedEventSelectors">>;
}
