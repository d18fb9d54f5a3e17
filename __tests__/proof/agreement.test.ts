import fc from "fast-check";
import { answer } from "../../modules/proof/policy";
import { simulate } from "../support/simulate";

/*
 * The evaluator of the proof beside an independent simulator, on policies of the grammar that Keywatch writes: where it
 * says yes or no, both must say the same.
 */

const OWNER = "999999999999";
const TOPIC = `arn:aws:sns:eu-west-1:${OWNER}:alerts`;
const SERVICES = ["cloudwatch.amazonaws.com", "events.amazonaws.com"];
const ARNS = [
  "arn:aws:cloudwatch:eu-west-1:111111111111:alarm:one",
  "arn:aws:cloudwatch:us-east-1:222222222222:alarm:two:three",
  "arn:aws:events:eu-west-1:111111111111:rule/one",
];
const PATTERNS = [
  ...ARNS,
  "arn:aws:cloudwatch:eu-west-1:*:alarm:*",
  "arn:aws:cloudwatch:*:111111111111:alarm:on?",
  "arn:*:*:*:*:*",
  "arn:aws:events:*:*:rule/o*",
];
const some = <T>(values: readonly T[]) => fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 3 });
const oneOrSome = <T>(values: readonly T[]) => fc.oneof(fc.constantFrom(...values), some(values));

const condition = fc.record(
  {
    StringEquals: fc.record({ "aws:SourceAccount": oneOrSome(["111111111111", "222222222222", "1*"]) }),
    ArnLike: fc.record({ "aws:SourceArn": oneOrSome(PATTERNS) }),
    ArnLikeIfExists: fc.record({ "aws:SourceArn": oneOrSome(PATTERNS) }),
    ArnEquals: fc.record({ "AWS:SourceArn": oneOrSome(PATTERNS) }),
    ArnNotLike: fc.record({ "aws:SourceArn": oneOrSome(PATTERNS) }),
    Bool: fc.record({ "aws:SecureTransport": fc.constantFrom("true", "false") }),
  },
  { requiredKeys: [] },
);

const statement = fc
  .record({
    Effect: fc.constantFrom("Allow", "Allow", "Allow", "Deny"),
    everyone: fc.boolean(),
    Service: oneOrSome(SERVICES),
    Action: oneOrSome(["sns:Publish", "sns:*", "SNS:publish", "sns:Pub?ish", "sns:Subscribe"]),
    Resource: oneOrSome([TOPIC, `${TOPIC}-2`, "*", "arn:aws:sns:*:*:al*"]),
    Condition: fc.oneof(fc.constant({}), condition),
  })
  .map(({ everyone, Service, ...rest }) => ({
    ...rest,
    Principal: everyone && rest.Effect === "Deny" ? "*" : { Service },
  }));

const statements = fc.array(statement, { minLength: 1, maxLength: 4 });

const context = fc.record(
  {
    "aws:SourceAccount": fc.constantFrom("111111111111", "222222222222"),
    "aws:SourceArn": fc.constantFrom(...ARNS),
    "aws:SecureTransport": fc.constantFrom("true", "false"),
  },
  { requiredKeys: [] },
);

const lowerKeys = (sent: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(sent).map(([key, value]) => [key.toLowerCase(), value]));

test("the proof and the simulator agree on who may publish", async () => {
  const counted = { allowed: 0, refused: 0 };
  await fc.assert(
    fc.asyncProperty(statements, fc.constantFrom(...SERVICES), context, async (policy, service, sent) => {
      const request = { action: "sns:Publish", resource: TOPIC };
      const own = answer(
        policy.map((one, index) => ({ Sid: `S${index}`, ...one })),
        { service, ...request, context: lowerKeys(sent) },
      );
      const simulated = await simulate(
        { Version: "2012-10-17", Statement: policy },
        { principal: service, owner: OWNER, ...request, context: sent },
      );
      counted[own.kind === "allowed" ? "allowed" : "refused"]++;
      expect(own.kind).not.toBe("not-understood");
      expect(own.kind === "allowed").toBe(simulated === "Allowed");
    }),
    { numRuns: 500 },
  );
  expect(counted.allowed).toBeGreaterThan(50);
  expect(counted.refused).toBeGreaterThan(50);
}, 60_000);
