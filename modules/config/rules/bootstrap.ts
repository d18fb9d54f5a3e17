import { REGIONS } from "../../aws";
import type { Problem } from "../problem";
import { unknownRegion } from "./regions";
import type { Rule } from "./rule";

/** A copy of the states lies in another region of the bucket's partition, and can be encrypted there. */
export const replicasAreElsewhere: Rule = ({ state }) => {
  const replica = state?.type === "s3" ? state.bootstrap?.replica : undefined;
  if (state?.type !== "s3" || !replica) return [];
  const path = ["state", "bootstrap", "replica"];
  const unknown = unknownRegion(replica.region, [...path, "region"]);
  if (unknown.length > 0) return unknown;
  const problems: Problem[] = [];
  const [from, to] = [REGIONS.get(state.region), REGIONS.get(replica.region)];
  if (from && (from === to || from.partition !== to?.partition)) {
    problems.push({
      path: [...path, "region"],
      message: `A bucket in ${state.region} cannot be copied to ${replica.region}.`,
      expected: `another region of the partition ${from.partition}`,
      remedy: "Name a region that no disturbance of the bucket's region reaches.",
    });
  }
  if (state.kms_key_id !== undefined && replica.keyArn === undefined) {
    problems.push({
      path: [...path, "keyArn"],
      message: "The states are encrypted by a key, and their copy has none.",
      expected: `the ARN of a key in ${replica.region}`,
      remedy: "Name a key of that region, or leave `kms_key_id` out.",
    });
  }
  return problems;
};
