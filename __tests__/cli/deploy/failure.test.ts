import { failureOf } from "../../../modules/cli/deploy/failure";

const folder = "cdktf.out/stacks/keywatch-111111111111-eu-west-1";
const log = `${folder}/keywatch.log`;
const ended = { signal: null, interrupted: false, binary: "tofu", folder, log };
const saying = (summary: string, detail = "") => failureOf({ ...ended, errors: [{ summary, detail }] });

const LOCK = `operation error S3: PutObject, https response error StatusCode: 412, api error PreconditionFailed
Lock Info:
  ID:        6f1c5c4e-7f0e-5a2b-8f2e-3c1d9a9b7a11
  Path:      acme-terraform-state/keywatch/111111111111/eu-west-1.tfstate
  Operation: OperationTypeApply
  Who:       ci@runner-7
  Version:   1.11.4
  Created:   2026-11-24 10:11:12.345 +0000 UTC
  Info:      `;

test("a lock is told with who holds it since when, and how to break it", () => {
  expect(saying("Error acquiring the state lock", `Error message: ${LOCK}`)).toEqual({
    kind: "locked",
    message:
      "The state is locked by ci@runner-7 since 2026-11-24 10:11:12.345 +0000 UTC for apply, lock 6f1c5c4e-7f0e-5a2b-8f2e-3c1d9a9b7a11.",
    remedy: `Wait for the other run, or give it longer with --lock-timeout. If nobody is at work there any more: tofu -chdir=${folder} force-unlock 6f1c5c4e-7f0e-5a2b-8f2e-3c1d9a9b7a11`,
    passes: false,
  });
});

test("a lock that says nothing of itself is told as one", () => {
  expect(saying("Error acquiring the state lock", "Error message: api error PreconditionFailed")).toMatchObject({
    kind: "locked",
    message: "The state is locked, and the lock does not say by whom.",
  });
});

test.each([
  ["denied", "Error acquiring the state lock: operation error S3: PutObject, api error AccessDenied", false],
  ["service", "operation error SNS: CreateTopic, https response error StatusCode: 503", true],
  ["provider-ended", "Plugin did not respond", true],
  [
    "throttled",
    "creating SNS Topic (KMSCustomerKeyEvents): operation error SNS: CreateTopic, api error Throttling: Rate exceeded",
    true,
  ],
  [
    "throttled",
    "operation error STS: AssumeRole, exceeded maximum number of attempts, 3, api error ThrottlingException: Rate exceeded",
    true,
  ],
  ["unreachable", "dial tcp 10.0.0.1:443: connect: connection refused", true],
  ["unreachable", "Failed to query available provider packages", true],
  [
    "denied",
    "operation error STS: AssumeRole, api error AccessDenied: User is not authorized to perform: sts:AssumeRole",
    false,
  ],
  [
    "credentials",
    "operation error STS: GetCallerIdentity, api error ExpiredToken: The security token is expired",
    false,
  ],
  ["wrong-account", "AWS account ID not allowed: 333333333333", false],
  ["exists", "api error EntityAlreadyExists: Role with name keywatch-relay already exists.", false],
  ["no-value", "No value for required variable", false],
  ["backend-changed", "Backend configuration changed", false],
  ["backend-changed", "Can't ask approval for state migration when interactive input is disabled.", false],
  ["stale", "Saved plan is stale", false],
  ["state-unsaved", "Failed to save state", false],
  ["lock-left", "Error releasing the state lock", false],
  ["failed", "Account 111111111111 has no log group trail in eu-west-1.", false],
])("%s: %s", (kind, text, passes) => {
  expect(saying(text)).toMatchObject({ kind, passes });
  expect(saying("Error", text)).toMatchObject({ kind, passes });
});

test("what the state lacks is told before anything else, even of a run that was interrupted", () => {
  const errors = [
    { summary: "Error releasing the state lock", detail: LOCK },
    { summary: "Failed to save state", detail: "api error AccessDenied" },
  ];
  const failure = failureOf({ ...ended, errors, interrupted: true });
  expect(failure).toMatchObject({
    kind: "state-unsaved",
    message: "Failed to save state: api error AccessDenied (and 1 more)",
  });
  expect(failure.remedy).toContain(`tofu -chdir=${folder} state push errored.tfstate`);
});

test("a run that was interrupted is told as that, whatever broke on the way", () => {
  const errors = [{ summary: "execution halted", detail: "" }];
  expect(failureOf({ ...ended, errors, interrupted: true })).toMatchObject({ kind: "interrupted" });
});

test("a run that something ended says by what, and what may be left", () => {
  expect(failureOf({ ...ended, errors: [], signal: "SIGKILL" })).toMatchObject({
    kind: "killed",
    message: "Terraform was ended by SIGKILL.",
    remedy: expect.stringContaining("may still be locked"),
  });
});

test("the resource is named, and the text is on one line", () => {
  const errors = [{ summary: "creating topic", detail: "line one\n\n  line two", address: "aws_sns_topic.alerts" }];
  expect(failureOf({ ...ended, errors })).toEqual({
    kind: "failed",
    message: "aws_sns_topic.alerts: creating topic: line one line two",
    remedy: `All that Terraform said is in ${log}.`,
    passes: false,
  });
});
