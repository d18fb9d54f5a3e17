/** What a config means: its targets, each one account and one region, with nothing left to default. */
export { patternValues } from "./controls";
export { furtherAlarms } from "./further-alarms";
export { hasPath, isActive } from "./has-path";
export { localityOf } from "./locality";
export { newcomerIn, type Reached } from "./newcomer";
export { resolve, resolveHeld } from "./resolve";
export { roleOf } from "./role";
export { type RunRoles, runRolesOf } from "./run-credentials";
export { type AssumedRole, type S3Settings, s3SettingsOf } from "./s3-settings";
export { type StateBucket, type StateReplica, stateBucketOf } from "./state-bucket";
export type {
  MadeTopic,
  MadeTrail,
  StateBlock,
  Target,
  TargetChat,
  TargetControl,
  TargetDashboard,
  TargetFastPath,
  TargetHeartbeat,
  TargetLiveness,
  TargetMetricAlarm,
  TargetOrganization,
  TargetQuery,
  TargetRole,
  TargetRule,
  TargetSubscription,
  TargetTopic,
  TargetTrail,
  TextOrSecret,
  TopicEncryption,
  UsedTopic,
} from "./target";
export { type TopicArnOf, topicArnOf } from "./topics";
export { type FleetWorkspaces, type Runs, type Workspace, workspacesOf } from "./workspaces";
