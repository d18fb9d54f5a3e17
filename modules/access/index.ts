/** Who may do what: the roles that a fleet needs, with exactly what IAM must allow them. */
export { type BoundaryDescription, boundaryOf } from "./boundary";
export { type Asked, describeRoles, type RoleDescription } from "./describe";
export { ROLE_FORMATS, type RoleFormat } from "./formats";
export { actionsOf, isMember, MEMBER_KINDS, type MemberKind } from "./jobs";
export { excessOf } from "./limits";
export { roleNotes } from "./notes";
export { nameIn, ROLE_KINDS, type RoleKind, roleNameOf } from "./role-names";
export { TRUST_FORMS, type Trusted, trustedIn } from "./trust";
