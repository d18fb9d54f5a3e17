import { resolve } from "../../modules/fleet";
import { layeredFleet, smallFleet } from "../support/fleet";
import { targetOf, targetsOf } from "../support/targets";

const PATTERN =
  "{($.eventSource = kms.amazonaws.com) && (($.eventName=DisableKey) || ($.eventName=ScheduleKeyDeletion))}";

test("the shortest config becomes a target with nothing left to default", () => {
  expect(targetOf()).toEqual({
    stackId: "keywatch-111111111111-eu-west-1",
    account: { id: "111111111111", name: "payments-prod" },
    region: "eu-west-1",
    partition: "aws",
    versions: { terraform: ">= 1.10.0", aws: ">= 5.100.0, < 7.0.0" },
    state: {
      kind: "local",
      block: { backend: { local: { path: "../../../state/keywatch/111111111111/eu-west-1.tfstate" } } },
    },
    tags: {},
    logGroup: { name: "trail", configPath: 'accounts["111111111111"].trail.logGroup' },
    topic: { kind: "made", name: "KMSCustomerKeyEvents" },
    subscriptions: [],
    controls: [
      {
        id: "cis-4.7",
        severity: "critical",
        filter: {
          name: "KMSCustomerKeyDisableOrDeleteEvents",
          pattern: PATTERN,
          metric: { name: "KMSCustomerKeyDisableOrDeleteEvents", namespace: "CISBenchmark", value: "1" },
        },
        alarm: {
          name: "KMSCustomerKeyDisableOrDeleteAlarm",
          description:
            "CIS AWS Foundations 4.7, account 111111111111, alarm in eu-west-1. A customer managed KMS key was disabled or scheduled for deletion: what it encrypts becomes unreadable, after the waiting period for good. The key may be in any region that the trail records. Find DisableKey and ScheduleKeyDeletion in CloudTrail: key and caller. If nobody meant it: aws kms cancel-key-deletion, then aws kms enable-key.",
          statistic: "Sum",
          period: 300,
          threshold: 1,
          comparison: "GreaterThanOrEqualToThreshold",
          evaluationPeriods: 1,
          missingData: "notBreaching",
          actionsEnabled: true,
        },
      },
    ],
  });
});

test("targets are sorted by account and region, whatever the config's order", () => {
  expect(targetsOf(layeredFleet()).map(({ account, region }) => [account.id, region])).toEqual([
    ["111111111111", "eu-west-1"],
    ["222222222222", "eu-west-1"],
    ["222222222222", "us-east-1"],
  ]);
  const reordered = layeredFleet({ accounts: layeredFleet().accounts.toReversed() });
  expect(targetsOf(reordered)).toEqual(targetsOf(layeredFleet()));
});

test("each target has the nearest of its settings, and the tags of all layers", () => {
  const settings = targetsOf(layeredFleet()).map(({ stackId, logGroup, tags, role }) => [
    stackId.slice("keywatch-".length),
    logGroup,
    tags,
    role?.arn,
  ]);
  expect(settings).toEqual([
    [
      "111111111111-eu-west-1",
      { name: "trail", configPath: "defaults.trail.logGroup" },
      { owner: "security", level: "account" },
      "arn:aws:iam::111111111111:role/keywatch-deploy",
    ],
    [
      "222222222222-eu-west-1",
      { name: "trail", configPath: "defaults.trail.logGroup" },
      { owner: "security", level: "account" },
      "arn:aws:iam::222222222222:role/keywatch-deploy",
    ],
    [
      "222222222222-us-east-1",
      { name: "legacy-trail", configPath: 'accounts["222222222222"].overrides["us-east-1"].trail.logGroup' },
      { owner: "security", level: "overrides" },
      "arn:aws:iam::222222222222:role/keywatch-deploy",
    ],
  ]);
});

test("the path of a log group stays when accounts are reordered", () => {
  const [first] = targetsOf(smallFleet({ "accounts[1]": { ...smallFleet().accounts[0], id: "000000000000" } }));
  expect(first?.logGroup.configPath).toBe('accounts["000000000000"].trail.logGroup');
});

const objectsIn = (value: unknown): object[] =>
  value !== null && typeof value === "object" ? [value, ...Object.values(value).flatMap(objectsIn)] : [];

test("targets are frozen down to the last object", () => {
  const objects = objectsIn(targetsOf(layeredFleet()));
  expect(objects.length).toBeGreaterThan(30);
  expect(objects.filter((object) => !Object.isFrozen(object))).toEqual([]);
});

test("the config that is resolved stays as it was", () => {
  const config = layeredFleet();
  resolve(config);
  expect(config).toEqual(layeredFleet());
  expect(objectsIn(config).filter(Object.isFrozen)).toEqual([]);
});

describe("the role", () => {
  const ROLE = "arn:aws:iam::111111111111:role/deploy";
  const roleOf = (role: unknown, region = "eu-west-1") => {
    const target = targetOf({ "accounts[0].role": role, "accounts[0].regions": [region] });
    return { role: target.role, stsRegion: target.stsRegion };
  };

  test.each([
    ["none", undefined, { role: undefined, stsRegion: undefined }],
    ["an ARN", ROLE, { role: { arn: ROLE }, stsRegion: undefined }],
    ["a template", "arn:{partition}:iam::{account}:role/deploy", { role: { arn: ROLE }, stsRegion: undefined }],
    [
      "options",
      { arn: ROLE, externalId: { fromEnv: "ID" }, sessionName: "keywatch", stsRegion: "us-east-2" },
      { role: { arn: ROLE, externalId: { fromEnv: "ID" }, sessionName: "keywatch" }, stsRegion: "us-east-2" },
    ],
  ])("%s", (_, role, resolved) => {
    expect(roleOf(role)).toEqual(resolved);
  });

  test("of an opt-in region is asked for in the partition's home region, unless the config names another", () => {
    expect(roleOf(ROLE, "af-south-1").stsRegion).toBe("us-east-1");
    expect(roleOf({ arn: ROLE, stsRegion: "eu-west-1" }, "af-south-1").stsRegion).toBe("eu-west-1");
  });
});

test.each([
  [{}, { kind: "made", name: "KMSCustomerKeyEvents" }],
  [
    { name: "alerts", displayName: "Key alerts" },
    { kind: "made", name: "alerts", displayName: "Key alerts" },
  ],
  [
    { arn: "arn:{partition}:sns:{region}:999999999999:hub" },
    { kind: "existing", name: "hub", arn: "arn:aws:sns:eu-west-1:999999999999:hub" },
  ],
])("the topic %j becomes %j", (topic, resolved) => {
  expect(targetOf({ "accounts[0].topic": topic }).topic).toEqual(resolved);
});

test("of the versions, each can be given alone", () => {
  expect(targetOf({ versions: { aws: "6.25.0" } }).versions).toEqual({ terraform: ">= 1.10.0", aws: "6.25.0" });
});
