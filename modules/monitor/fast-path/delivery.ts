/**
 * How long EventBridge tries to deliver before it leaves an event in the dead-letter queue: an hour in place of its own
 * day, so that the alarm on the queue does not tell tomorrow what was lost today.
 *
 * Source: EventBridge User Guide, "How EventBridge retries delivering events".
 */
export const RETRIES = { maximumEventAgeInSeconds: 3600, maximumRetryAttempts: 185 } as const;
