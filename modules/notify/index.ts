/** Who hears of it: the topic and its subscriptions. */
export { subscribe } from "./subscribe";
export { topicArn } from "./topic";
