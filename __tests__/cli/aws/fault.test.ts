import { FaultError, faultOf } from "../../../modules/cli/aws";

const error = (fields: object) => Object.assign(new Error("told by AWS"), fields);

test.each([
  [{ name: "ExpiredTokenException" }, "credentials"],
  [{ name: "CredentialsProviderError" }, "credentials"],
  [{ name: "InvalidClientTokenId", $metadata: { httpStatusCode: 403 } }, "credentials"],
  [{ name: "AWSOrganizationsNotInUseException", $fault: "client" }, "credentials"],
  [{ name: "ThrottlingException", $fault: "client" }, "throttled"],
  [{ name: "TooManyRequestsException" }, "throttled"],
  [{ name: "AccessDenied" }, "denied"],
  [{ name: "AuthorizationError" }, "denied"],
  [{ name: "Whatever", $metadata: { httpStatusCode: 403 } }, "denied"],
  [{ name: "TimeoutError" }, "timeout"],
  [{ code: "ETIMEDOUT" }, "timeout"],
  [{ code: "ECONNREFUSED" }, "unreachable"],
  [{ code: "ENOTFOUND" }, "unreachable"],
  [{ name: "InternalFailure", $fault: "server" }, "service"],
  [{ name: "ServiceUnavailable", $metadata: { httpStatusCode: 503 } }, "service"],
  [{ name: "ValidationError", $fault: "client", $metadata: { httpStatusCode: 400 } }, "failed"],
])("%j is of kind %s", (fields, kind) => {
  expect(faultOf(error(fields))).toMatchObject({ kind, remedy: expect.stringMatching(/\.$/) });
});

test("the message has the service's code and text, on one line", () => {
  expect(faultOf(Object.assign(new Error("User: x\n  is not authorized"), { name: "AccessDenied" })).message).toBe(
    "AccessDenied: User: x is not authorized",
  );
  expect(faultOf(Object.assign(new Error(""), { code: "ECONNREFUSED" })).message).toBe("ECONNREFUSED");
  expect(faultOf("broken").message).toBe("broken");
  expect(faultOf(new Error("broken")).message).toBe("broken");
});

test("what Keywatch finds wrong itself is told as it is", () => {
  const fault = { kind: "credentials", message: "Whose?", remedy: "Yours." } as const;
  expect(faultOf(new FaultError(fault))).toBe(fault);
});

test("work that ran out of time timed out, however its last call ended", () => {
  const timedOut = AbortSignal.abort(new DOMException("The operation timed out.", "TimeoutError"));
  expect(faultOf(error({ name: "AbortError" }), timedOut)).toMatchObject({ kind: "timeout" });
});

test("work that a person ended was interrupted", () => {
  expect(faultOf(error({ name: "AbortError" }), AbortSignal.abort("SIGINT"))).toEqual({
    kind: "interrupted",
    message: "Interrupted.",
    remedy: "Run it again.",
  });
});
