/** AWS as the commands ask it: sessions of targets, side by side, with every failure as a fault of its target. */
export { type Answer, answered, everyItem, now, unlessMissing } from "./answer";
export { eachTarget, type Outcome, type Pace } from "./each-target";
export { type Fault, FaultError, type FaultKind, faultOf } from "./fault";
export { secretText, secretVariable } from "./secret";
export { type CallerSessions, openSessions, type Session, type SessionPlace, type Sessions } from "./session";
export { within } from "./within";
