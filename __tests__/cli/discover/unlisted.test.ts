import { faultOf } from "../../../modules/cli/aws";
import { unlistedText } from "../../../modules/cli/discover/unlisted";
import { keywatchAsync } from "../../support/keywatch";

const error = (fields: object) => Object.assign(new Error("told by AWS"), fields);

test.each([
  { name: "AccessDeniedException" },
  { name: "CredentialsProviderError" },
  { name: "AWSOrganizationsNotInUseException", $fault: "client" },
])("other credentials mend %j of the organization", (fields) => {
  expect(unlistedText(faultOf(error(fields)))).toBe(
    `The accounts of the organization could not be listed: ${fields.name}: told by AWS
  to mend it: Use credentials of the management account or of a delegated administrator that may organizations:ListAccounts, or name such a role: --organization <role>.`,
  );
});

test.each([
  [{ code: "ECONNREFUSED" }, "Look at the network, the proxy and AWS_ENDPOINT_URL."],
  [{ code: "ETIMEDOUT" }, "Try again, with a higher --timeout or a lower --concurrency."],
  [{ code: "ThrottlingException" }, "Try again with a lower --concurrency."],
  [{ code: "InternalFailure", $fault: "server" }, "Try again later; health.aws.amazon.com tells of disturbances."],
  [
    { code: "SELF_SIGNED_CERT_IN_CHAIN" },
    "Look at the message; if it tells nothing, report it with the command that you ran.",
  ],
])("%j has its own remedy", (fields, remedy) => {
  expect(unlistedText(faultOf(error(fields)))).toBe(
    `The accounts of the organization could not be listed: ${fields.code}: told by AWS\n  to mend it: ${remedy}`,
  );
});

test("whoever interrupts the question is not sent for other credentials", async () => {
  const config = "examples/minimal/keywatch.config.yaml";
  await expect(
    keywatchAsync(["discover", "--organization", "--config", config], {}, () => AbortSignal.abort("SIGINT")),
  ).resolves.toEqual({
    code: 1,
    out: "",
    err: "The accounts of the organization could not be listed: Interrupted.\n  to mend it: Run it again.\n",
  });
});
