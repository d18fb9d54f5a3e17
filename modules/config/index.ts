/** What a person writes, made safe: reading a config file, all of its problems at once, and what its layers mean. */
export { type ReadAccounts, readAccountsText } from "./account-list";
export { type ControlChoice, chosenControls } from "./controls";
export {
  DEFAULT_LOCAL_FOLDER,
  DEFAULT_REPOSITORY_FOLDER,
  DEFAULT_RETENTION_DAYS,
  DEFAULT_SECRETS_VERSION,
  DEFAULT_STATE_DAYS,
  DEFAULT_VERSIONS,
} from "./defaults";
export { defineConfig } from "./define";
export { type Found, type Layer, mergedTags, nearest } from "./layers";
export { chosenLiveness } from "./liveness";
export { DEFAULT_FILE, type LocatedProblem } from "./load";
export { organizationHubs, organizationPlace, silentIn, tellingSites } from "./organization";
export { type Path, type Problem, pathText } from "./problem";
export { type ReadConfig, readConfig, readConfigText } from "./read";
export { problemData, problemReport } from "./report";
export type {
  Account,
  ChatSetting,
  Config,
  Organization,
  RoleSetting,
  Rollout,
  Secret,
  State,
  Subscription,
  TopicSetting,
  Workspaces,
} from "./schema";
export { type LayeredPlace, retiredOf, type Site, sitesOf } from "./sites";
export { chosenTopics, hubOf, madeTopicName, type TopicChoice } from "./topics";
export { type Validated, validate } from "./validate";
