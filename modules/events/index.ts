/** What EventBridge tells of keys: the alerts of the fast path as data, their patterns and their messages. */
export type { EventAlert } from "./alert";
export { ANY_ALERT, EVENT_ALERTS } from "./alerts";
export { type BusEvent, eventOf, type TrailRecord } from "./event";
export { type MessagePlace, type MessageTemplate, messageTemplate } from "./message";
export { type EventPattern, matchesEvent } from "./pattern";
export { RELAY, relayPermission, relayTrust } from "./relay";
export { renderMessage } from "./render";
