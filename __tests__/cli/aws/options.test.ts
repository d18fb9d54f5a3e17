import { withRole } from "../../../modules/cli/aws/options";
import { targetOf } from "../../support/targets";

const AUDIT = "arn:{partition}:iam::{account}:role/keywatch-audit";

/** How a target is reached by the role of `--role`, whatever the config says of its own. */
const reached = (region: string, role?: unknown) => {
  const own = targetOf({ "accounts[0].role": role, "accounts[0].regions": [region] });
  const target = withRole(own, AUDIT);
  return { role: target.role, stsRegion: target.stsRegion };
};

const ROLE = { arn: "arn:aws:iam::111111111111:role/keywatch-audit" };

test("the role that is asked for stands in place of the config's, and of its options", () => {
  expect(reached("eu-west-1", { arn: "arn:aws:iam::111111111111:role/deploy", externalId: "x" })).toEqual({
    role: ROLE,
    stsRegion: undefined,
  });
});

test("in an opt-in region STS is asked where the config says, or in the partition's home region", () => {
  expect(reached("eu-south-1")).toEqual({ role: ROLE, stsRegion: "us-east-1" });
  const role = { arn: "arn:aws:iam::111111111111:role/deploy", stsRegion: "eu-west-1" };
  expect(reached("eu-south-1", role)).toEqual({ role: ROLE, stsRegion: "eu-west-1" });
});

test("without one the target stays as it is", () => {
  const target = targetOf();
  expect(withRole(target, undefined)).toBe(target);
});
