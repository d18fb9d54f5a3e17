import { PassThrough } from "node:stream";
import { askOpen } from "../../../modules/cli/init/ask";
import type { Answers } from "../../../modules/cli/init/questions";

const ENTER = "\r";
const CTRL_C = "\x03";

/** Answers each question as it comes; each pair is what is read and what is typed then. */
async function answering(
  typed: readonly (readonly [string, string])[],
  given: Answers = {},
): Promise<{ answers: Answers | undefined; seen: string }> {
  const [input, output] = [new PassThrough(), new PassThrough()];
  output.end = () => output; // a prompt ends what it wrote to; a terminal stays open
  const waiting = [...typed];
  let [seen, since] = ["", ""];
  output.on("data", (chunk) => {
    seen += chunk;
    since += chunk;
    const [expected, keys] = waiting[0] ?? [];
    if (expected === undefined || !since.includes(expected)) return;
    waiting.shift();
    since = "";
    setImmediate(() => input.write(keys));
  });
  const answers = await askOpen(given, { input, output });
  expect(waiting).toEqual([]);
  return { answers, seen };
}

const given = {
  name: "kms",
  region: "eu-west-1",
  logGroup: "trail",
  role: "arn:aws:iam::{account}:role/deploy",
  state: "local",
};

const BEGIN = [
  ["Name of the fleet", ENTER],
  ["First account", `111111111111=payments${ENTER}`],
  ["Region of the log group", `eu-central-1${ENTER}`],
  ["Name of that log group", ENTER],
  ["Email address", `security@acme.example${ENTER}`],
  ["Role that Terraform", ENTER],
] as const;

test("every question is asked, with what is proposed, and those of another state are not", async () => {
  const { answers } = await answering([
    ...BEGIN,
    ["Where Terraform keeps", ENTER],
    ["Bucket of the states", `acme-states${ENTER}`],
    ["Region of the bucket", ENTER],
  ]);
  expect(answers).toEqual({
    name: "keywatch",
    account: "111111111111=payments",
    region: "eu-central-1",
    logGroup: "aws-controltower/CloudTrailLogs",
    email: "security@acme.example",
    role: "arn:aws:iam::{account}:role/keywatch-deploy",
    state: "s3",
    bucket: "acme-states",
    bucketRegion: "eu-central-1",
  });
});

test("what options say is not asked", async () => {
  const { answers, seen } = await answering([BEGIN[1], BEGIN[4]], given);
  expect(answers).toMatchObject({ ...given, account: "111111111111=payments" });
  expect(seen).not.toContain("Name of the fleet");
});

test("an answer that would not hold is refused with what was expected, and asked for again", async () => {
  const CLEAR = "\x15"; // Ctrl-U
  const { answers, seen } = await answering(
    [
      ["First account", `123${ENTER}`],
      ["12 digits", `${CLEAR}111111111111=payments${ENTER}`],
    ],
    { ...given, email: "security@acme.example" },
  );
  expect(answers?.account).toBe("111111111111=payments");
  expect(seen).toContain("Expected: an account id: 12 digits.");
});

test.each([0, 3, 6])("Ctrl-C at question %i gives no answers", async (at) => {
  const { answers } = await answering(
    [...BEGIN, ["Where Terraform keeps", ENTER] as const]
      .slice(0, at + 1)
      .map(([question, keys], index) => [question, index === at ? CTRL_C : keys]),
  );
  expect(answers).toBeUndefined();
});
