import { HOME_REGION } from "../../aws";

/** The region of the environment, or else one that is always enabled; an empty variable names none. */
export const homeRegion = ({ AWS_REGION, AWS_DEFAULT_REGION }: NodeJS.ProcessEnv): string =>
  AWS_REGION || AWS_DEFAULT_REGION || HOME_REGION.aws;
