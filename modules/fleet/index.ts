/** What a config means: its targets, each one account and one region, with nothing left to default. */
export { patternValues } from "./controls";
export { newcomerIn, type Reached } from "./newcomer";
export { resolve } from "./resolve";
export { type StateBucket, type StateReplica, stateBucketOf } from "./state-bucket";
export type {
  MadeTopic,
  MadeTrail,
  StateBlock,
  Target,
  TargetControl,
  TargetFastPath,
  TargetMetricAlarm,
  TargetRole,
  TargetRule,
  TargetSubscription,
  TargetTopic,
  TargetTrail,
  TextOrSecret,
  TopicEncryption,
  UsedTopic,
} from "./target";
