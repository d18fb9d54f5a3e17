import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { s3Store } from "../../../modules/cli/states/s3";
import { addressesIn } from "../../../modules/cli/states/store";

const CREDENTIALS = `<AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult><Credentials>
  <AccessKeyId>ASIASTATES</AccessKeyId><SecretAccessKey>secret</SecretAccessKey><SessionToken>token</SessionToken>
  <Expiration>2999-01-01T00:00:00Z</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>`;
const MISSING = "<Error><Code>NoSuchKey</Code><Message>no</Message></Error>";
const DENIED = "<Error><Code>AccessDenied</Code><Message>no</Message></Error>";
const PAGES = [
  "<ListBucketResult><IsTruncated>true</IsTruncated><NextContinuationToken>2</NextContinuationToken><Contents><Key>kw/a</Key></Contents></ListBucketResult>",
  "<ListBucketResult><IsTruncated>false</IsTruncated><Contents><Key>kw/b</Key></Contents></ListBucketResult>",
] as const;

const topic = { mode: "managed", type: "aws_sns_topic", name: "alerts", instances: [{ attributes: { secret: "x" } }] };
const STATE = JSON.stringify({ version: 4, resources: [topic, { ...topic, mode: "data" }] });

/** What STS and S3 answer to a path, on this machine alone. */
const ANSWERS: readonly (readonly [RegExp, number, string])[] = [
  [/^\/$/, 200, CREDENTIALS],
  [/continuation-token=2/, 200, PAGES[1]],
  [/list-type=2/, 200, PAGES[0]],
  [/\/kw\/a/, 200, STATE],
  [/\/kw\/none/, 404, MISSING],
  [/./, 403, DENIED],
];

/** Asks a store whose backend names a role, and keeps what STS was asked and by whom S3 was. */
async function asking<T>(question: (store: ReturnType<typeof s3Store>) => Promise<T>) {
  const asked = { sts: new URLSearchParams(), signers: new Set<string | undefined>() };
  const server = createServer(async (request, response) => {
    const { url = "", headers } = request;
    if (url === "/") asked.sts = new URLSearchParams(await text(request));
    else asked.signers.add(/Credential=(\w+)/.exec(headers.authorization ?? "")?.[1]);
    const [, status = 500, body] = ANSWERS.find(([path]) => path.test(url)) ?? [];
    response.writeHead(status, { "content-type": "application/xml" }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const assume_role = {
    role_arn: "arn:aws:iam::999999999999:role/states",
    external_id: "kms-states",
    session_name: "keywatch",
    source_identity: "ada",
    policy: "{}",
    policy_arns: ["arn:aws:iam::aws:policy/ReadOnlyAccess"],
    tags: { team: "security" },
    transitive_tag_keys: ["team"],
  };
  const settings = {
    bucket: "states",
    region: "eu-west-1",
    use_path_style: true,
    endpoints: { s3: endpoint, sts: endpoint },
    assume_role,
  };
  try {
    return { answer: await question(s3Store(settings, new AbortController().signal)), ...asked };
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

const given = { ...process.env };
beforeAll(() => Object.assign(process.env, { AWS_ACCESS_KEY_ID: "AKIAOWN", AWS_SECRET_ACCESS_KEY: "own" }));
afterAll(() => {
  process.env = given;
});

test("the backend's role is assumed with all that the backend says of it, and every page is listed", async () => {
  const { answer, sts, signers } = await asking((store) => store.list("kw/"));
  expect(answer).toEqual(["kw/a", "kw/b"]);
  expect([...signers]).toEqual(["ASIASTATES"]);
  expect(Object.fromEntries(sts)).toEqual({
    Action: "AssumeRole",
    Version: "2011-06-15",
    RoleArn: "arn:aws:iam::999999999999:role/states",
    ExternalId: "kms-states",
    RoleSessionName: "keywatch",
    SourceIdentity: "ada",
    Policy: "{}",
    "PolicyArns.member.1.arn": "arn:aws:iam::aws:policy/ReadOnlyAccess",
    "Tags.member.1.Key": "team",
    "Tags.member.1.Value": "security",
    "TransitiveTagKeys.member.1": "team",
  });
});

test("a state is read as the addresses that it manages; one that is not there is none", async () => {
  expect((await asking((store) => store.read("kw/a"))).answer).toEqual(["aws_sns_topic.alerts"]);
  expect((await asking((store) => store.read("kw/none"))).answer).toBeUndefined();
  await expect(asking((store) => store.read("denied"))).rejects.toMatchObject({ name: "AccessDenied" });
});

test("every instance of a resource counts, and a state without resources manages nothing", () => {
  expect(addressesIn(JSON.stringify({ resources: [{ ...topic, instances: [{}, {}] }] }))).toHaveLength(2);
  expect(addressesIn("{}")).toEqual([]);
});
