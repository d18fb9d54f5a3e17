import type { RoleDescription } from "../../modules/access";
import { attemptOf, grow } from "../e2e/support/grow";

const BUCKET = "arn:aws:s3:::states";

const role: RoleDescription = {
  kind: "deploy",
  name: "keywatch-deploy",
  path: "/",
  description: "",
  policies: [
    {
      name: "keywatch-deploy",
      document: {
        Version: "2012-10-17",
        Statement: [
          { Sid: "Bucket", Effect: "Allow", Action: ["s3:GetBucketCORS", "s3:PutBucketPolicy"], Resource: [BUCKET] },
          { Sid: "Other", Effect: "Allow", Action: ["s3:GetBucketCORS"], Resource: ["arn:aws:s3:::other"] },
        ],
      },
    },
  ],
};

const refusal = (action: string, resource: string): string =>
  `User: someone is not authorized to perform: ${action} on resource: ${resource} because no identity-based policy allows it`;
const diagnostic = (severity: string, summary: string): string =>
  JSON.stringify({ type: "diagnostic", diagnostic: { severity, summary, detail: "" } });
const finished = (code: number, ...lines: readonly string[]) => ({
  code,
  signal: null,
  stdout: lines.join("\n"),
  stderr: "",
});

/** What a role needs for a job that asks for these actions, one after the other. */
const grownFor = (...asked: readonly (readonly [action: string, resource: string])[]) => {
  let allowed: RoleDescription = role;
  return grow({
    role,
    from: [],
    allow: async (limited) => {
      allowed = limited;
    },
    job: async () => {
      const text = JSON.stringify(allowed).toLowerCase();
      const refused = asked.find(([action]) => !text.includes(action.toLowerCase()));
      return { done: refused === undefined, failures: refused ? refusal(...refused) : "" };
    },
  });
};

test("what a job asks for is found, round by round, in the statement of its resource", async () => {
  await expect(grownFor(["s3:GetBucketCors", BUCKET], ["s3:PutBucketPolicy", BUCKET])).resolves.toEqual([
    "Bucket s3:GetBucketCORS",
    "Bucket s3:PutBucketPolicy",
  ]);
});

test("what no job asks for is not found", async () => {
  await expect(grownFor(["s3:PutBucketPolicy", BUCKET])).resolves.toEqual(["Bucket s3:PutBucketPolicy"]);
});

test.each([
  ["an action", "s3:DeleteBucket", BUCKET],
  ["a resource", "s3:PutBucketPolicy", "arn:aws:s3:::other"],
])("%s that is not documented ends it", async (_, action, resource) => {
  await expect(grownFor([action, resource])).rejects.toThrow(
    `keywatch-deploy is not documented to need this: ${action} on ${resource}`,
  );
});

test("a job that fails for something else ends it", async () => {
  const job = async () => ({ done: false, failures: "no space left" });
  await expect(grow({ role, from: [], allow: async () => {}, job })).rejects.toThrow("no space left");
});

test("a job of Terraform fails for its errors, not for its warnings", () => {
  const warning = diagnostic("warning", refusal("s3:PutBucketPolicy", BUCKET));
  expect(attemptOf(finished(0, warning))).toEqual({ done: true, failures: "" });
  const { done, failures } = attemptOf(finished(1, warning, diagnostic("error", "no such bucket")));
  expect([done, failures.trim()]).toEqual([false, "no such bucket"]);
});

test("a job that takes for gone what is there has failed, whatever its exit code", () => {
  const change = { action: "delete", resource: { addr: "aws_s3_bucket.trail" } };
  expect(attemptOf(finished(0, JSON.stringify({ type: "resource_drift", change })))).toEqual({
    done: false,
    failures: "aws_s3_bucket.trail is taken for gone",
  });
});

test("a text that Terraform has wrapped is read as one", () => {
  const { failures } = attemptOf(finished(1, "╷", "│ Error: cannot read", "│ the state", "╵"));
  expect(failures).toContain("Error: cannot read the state");
});
