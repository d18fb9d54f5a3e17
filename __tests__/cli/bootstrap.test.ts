import { bootstrapSteps } from "../../modules/cli/bootstrap/steps";
import { withFile } from "../support/config-file";
import { smallFleet } from "../support/fleet";
import { keywatchAsync } from "../support/keywatch";

const told = (first: boolean) =>
  bootstrapSteps(first, ["-auto-approve"]).map((step) =>
    step.kind === "terraform" ? step.args.join(" ") : `${step.kind} ${step.file}`,
  );

test("the first time, the state lies in the folder until the bucket is there, and then moves into it", () => {
  expect(told(true)).toEqual([
    "write backend_override.tf.json",
    "init -input=false -reconfigure",
    "apply -auto-approve",
    "remove backend_override.tf.json",
    "init -input=false -migrate-state -force-copy",
    "remove bootstrap.tfstate",
    "remove bootstrap.tfstate.backup",
  ]);
});

test("later the stack is applied like any other", () => {
  expect(told(false)).toEqual(["init -input=false", "apply -auto-approve"]);
});

test.each([
  ["local", undefined],
  ["s3 without a bootstrap", { type: "s3", bucket: "acme-state", region: "eu-west-1" }],
])("with a state of type %s there is no bucket to make", async (_, state) => {
  const run = withFile("fleet.json", JSON.stringify(smallFleet({ state })), (file) =>
    keywatchAsync(["bootstrap", "-c", file]),
  );
  expect(await run).toEqual({
    code: 2,
    out: "",
    err: "The config has no state.bootstrap, so there is no bucket to make. It goes with a state of type s3.\n",
  });
});
