import { keyArn, queueArn } from "../../aws";
import { localityOf, type Target } from "../../fleet";
import { DRILL_KEY_SPEC, DRILL_QUEUES, DRILL_TAG } from "../../names";
import type { Need, Scope } from "../need";
import { ALARMS, EVERYTHING, NO_NARROWER } from "../scopes";

const watched = ({ controls, trail }: Target): boolean => trail !== undefined && controls.length > 0;

const TAGGED = { [`aws:RequestTag/${DRILL_TAG.key}`]: DRILL_TAG.value };
const OF_DRILLS = { "kms:KeySpec": DRILL_KEY_SPEC };

/** A key is made with the tag of drills and of their spec, or not at all. */
const MAKE_KEY: Scope = {
  sid: "MakeDrillKey",
  label: "everything, with the tag of drills and their key spec; a key has no name before it is made",
  on: (target) => (watched(target) ? EVERYTHING : []),
  condition: { StringEquals: { ...TAGGED, ...OF_DRILLS } },
};

const TAG_KEY: Scope = {
  ...MAKE_KEY,
  sid: "TagDrillKey",
  label: "keys, with the tag of drills while they are made",
  on: (target) => (watched(target) ? [keyArn(localityOf(target), "*")] : []),
  condition: { StringEquals: TAGGED },
};

/**
 * No key that encrypts can be ended with it. A key keeps its spec for good; a tag would be given by whoever may tag, and
 * counts minutes later only.
 *
 * Source: KMS Developer Guide, "kms:KeySpec" and "ABAC for AWS KMS".
 */
const DRILL_KEYS: Scope = {
  sid: "DrillKeys",
  label: "keys of the spec that drills make, which encrypt nothing",
  on: TAG_KEY.on,
  condition: { StringEquals: OF_DRILLS },
};

/** Drills look for keys of earlier ones by their tags. */
const FIND_KEYS: Scope = {
  sid: "FindKeys",
  label: NO_NARROWER,
  on: MAKE_KEY.on,
};

const ANY_KEY: Scope = { sid: "AnyKey", label: "keys of the account and region", on: TAG_KEY.on };

const hears = ({ topics }: Target): boolean => topics.some(({ kind }) => kind === "made");

const FIND_QUEUES: Scope = {
  sid: "FindQueues",
  label: NO_NARROWER,
  on: (target) => (hears(target) ? EVERYTHING : []),
};

/** The queue that listens to a topic lies in the topic's account, whichever account the drill is of. */
const DRILL_QUEUE: Scope = {
  sid: "DrillQueue",
  label: "queues of drills, where the topic is made",
  on: (target) => (hears(target) ? [queueArn(localityOf(target), `${DRILL_QUEUES}*`)] : []),
};

const LISTENING: Scope = {
  sid: "Listening",
  label: "the topics that are made",
  on: ({ topics }) => topics.flatMap(({ kind, arn }) => (kind === "made" ? [arn, `${arn}:*`] : [])),
};

/** What `keywatch drill` does in a target, and where the topic is made that the target publishes to. */
export const DRILL_NEEDS: readonly Need[] = [
  { scope: ALARMS, read: ["cloudwatch:DescribeAlarms", "cloudwatch:DescribeAlarmHistory"] },
  { scope: MAKE_KEY, write: ["kms:CreateKey"] },
  { scope: TAG_KEY, write: ["kms:TagResource"] },
  { scope: FIND_KEYS, read: ["kms:ListKeys"] },
  { scope: ANY_KEY, read: ["kms:ListResourceTags"] },
  { scope: FIND_QUEUES, read: ["sqs:ListQueues"] },
  { scope: DRILL_QUEUE, write: ["sqs:CreateQueue", "sqs:ReceiveMessage"], end: ["sqs:DeleteQueue"] },
  { scope: LISTENING, read: ["sns:ListSubscriptionsByTopic"], write: ["sns:Subscribe"], end: ["sns:Unsubscribe"] },
  { scope: DRILL_KEYS, read: ["kms:DescribeKey"], write: ["kms:DisableKey"], end: ["kms:ScheduleKeyDeletion"] },
];
