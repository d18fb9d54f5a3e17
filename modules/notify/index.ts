/** Who hears of it: topics with their keys, policies and subscriptions, and chat channels. */
export { AlertTopic } from "./alert-topic";
export { ChatChannel } from "./chat-channel";
export { keyPolicy, publisherStatements } from "./key-policy";
export { publishStatements, topicPolicy } from "./topic-policy";
