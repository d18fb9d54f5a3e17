/** What Keywatch needs of Terraform and CDKTF beyond resources: literals, provider, state, variables. */
export { atAddress } from "./address";
export { awsProvider, furtherProvider } from "./aws-provider";
export { boundRoles } from "./bounded-roles";
export { literals } from "./literal";
export { StateBackend } from "./state-backend";
export { tfeProvider } from "./tfe-provider";
export { Variables } from "./variables";
