import { keyArn } from "../../aws";
import type { Target } from "../../fleet";
import { DRILL_TAG } from "../../names";
import type { Need, Scope } from "../need";
import { ALARMS, EVERYTHING, placeOf } from "../scopes";

const watched = ({ controls, trail }: Target): boolean => trail !== undefined && controls.length > 0;

/** A key is made with the tag of drills, or not at all. */
const MAKE_KEY: Scope = {
  sid: "MakeDrillKey",
  label: "everything, with the tag of drills; a key has no name before it is made",
  on: (target) => (watched(target) ? EVERYTHING : []),
  condition: { StringEquals: { [`aws:RequestTag/${DRILL_TAG.key}`]: DRILL_TAG.value } },
};

const TAG_KEY: Scope = {
  ...MAKE_KEY,
  sid: "TagDrillKey",
  label: "keys, with the tag of drills while they are made",
  on: (target) => (watched(target) ? [keyArn(placeOf(target), "*")] : []),
};

/** Nothing but a key of a drill can be ended with it. */
const DRILL_KEYS: Scope = {
  sid: "DrillKeys",
  label: "keys that have the tag of drills",
  on: TAG_KEY.on,
  condition: { StringEquals: { [`aws:ResourceTag/${DRILL_TAG.key}`]: DRILL_TAG.value } },
};

/** What `keywatch drill` does in a target. */
export const DRILL_NEEDS: readonly Need[] = [
  { scope: ALARMS, read: ["cloudwatch:DescribeAlarms", "cloudwatch:DescribeAlarmHistory"] },
  { scope: MAKE_KEY, write: ["kms:CreateKey"] },
  { scope: TAG_KEY, write: ["kms:TagResource"] },
  { scope: DRILL_KEYS, read: ["kms:DescribeKey"], write: ["kms:DisableKey", "kms:ScheduleKeyDeletion"] },
];
