/** Who hears of it: topics with their keys, policies and subscriptions, and chat channels. */
export { AlertTopic } from "./alert-topic";
export { ChatChannel } from "./chat-channel";
