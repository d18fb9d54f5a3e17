import { type Problem, validate } from "../../config";
import type { Answers } from "./questions";

const STATES: Readonly<Record<string, (answers: Answers) => object>> = {
  local: () => ({ type: "local" }),
  s3: ({ bucket, bucketRegion, region }) => ({ type: "s3", bucket, region: bucketRegion ?? region }),
  hcp: ({ organization, project }) => ({ type: "hcp", organization, ...(project ? { project } : {}) }),
};

/** The config that answers make, as a person would write it. */
export function configOf(answers: Answers): object {
  const { name, account = "", region, logGroup, email, role, state = "local" } = answers;
  const [id, ...rest] = account.split("=");
  return {
    name,
    state: STATES[state]?.(answers),
    defaults: {
      regions: [region],
      ...(role ? { role } : {}),
      trail: { logGroup },
      subscriptions: [{ protocol: "email", endpoint: email }],
    },
    accounts: [{ id, name: rest.join("=") || id }],
  };
}

/** Answers that hold, to check another one among. */
const SAMPLE: Answers = {
  name: "keywatch",
  account: "111111111111=sample",
  region: "eu-west-1",
  logGroup: "trail",
  email: "security@acme.example",
  state: "local",
  bucket: "sample",
  organization: "sample",
};

/** What is wrong with the config that answers make; those that are not given yet count as right. */
export function problemsOf(answers: Answers): readonly Problem[] {
  const checked = validate(configOf({ ...SAMPLE, ...answers }));
  return checked.ok ? [] : checked.problems;
}
