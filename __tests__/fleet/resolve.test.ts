import { resolve, resolveHeld } from "../../modules/fleet";
import { layeredFleet, smallFleet } from "../support/fleet";
import { targetOf, targetsOf } from "../support/targets";

const PATTERN =
  "{($.eventSource = kms.amazonaws.com) && (($.eventName=DisableKey) || ($.eventName=ScheduleKeyDeletion))}";

/** The topic that a target without further settings gets. */
const MADE = {
  kind: "made",
  address: "alerts",
  name: "KMSCustomerKeyEvents",
  arn: "arn:aws:sns:eu-west-1:111111111111:KMSCustomerKeyEvents",
  displayName: undefined,
  encryption: { kind: "managed", keepers: [] },
  publishers: ["111111111111"],
  subscriptions: [],
};

test("the shortest config becomes a target with nothing left to default", () => {
  expect(targetOf()).toEqual({
    stackId: "keywatch-111111111111-eu-west-1",
    account: { id: "111111111111", name: "payments-prod" },
    region: "eu-west-1",
    partition: "aws",
    wave: 1,
    versions: { terraform: ">= 1.10.0", aws: ">= 5.100.0, < 7.0.0" },
    state: {
      kind: "local",
      block: { backend: { local: { path: "../../../state/keywatch/111111111111/eu-west-1.tfstate" } } },
    },
    tags: {},
    trail: { logGroup: "trail", organization: false, configPath: 'accounts["111111111111"].trail.logGroup' },
    topics: [MADE],
    chat: [],
    fastPath: undefined,
    adopted: [],
    dependsOn: [],
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
        topic: "alerts",
        notifyOk: false,
        further: { alarm: [], ok: [] },
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
  const settings = targetsOf(layeredFleet()).map(({ stackId, trail, tags, role }) => [
    stackId.slice("keywatch-".length),
    trail,
    tags,
    role?.arn,
  ]);
  expect(settings).toEqual([
    [
      "111111111111-eu-west-1",
      { logGroup: "trail", organization: false, configPath: "defaults.trail.logGroup" },
      { owner: "security", level: "account" },
      "arn:aws:iam::111111111111:role/keywatch-deploy",
    ],
    [
      "222222222222-eu-west-1",
      { logGroup: "trail", organization: false, configPath: "defaults.trail.logGroup" },
      { owner: "security", level: "account" },
      "arn:aws:iam::222222222222:role/keywatch-deploy",
    ],
    [
      "222222222222-us-east-1",
      {
        logGroup: "legacy-trail",
        organization: false,
        configPath: 'accounts["222222222222"].overrides["us-east-1"].trail.logGroup',
      },
      { owner: "security", level: "overrides" },
      "arn:aws:iam::222222222222:role/keywatch-deploy",
    ],
  ]);
});

test("the path of a log group stays when accounts are reordered", () => {
  const [first] = targetsOf(smallFleet({ "accounts[1]": { ...smallFleet().accounts[0], id: "000000000000" } }));
  expect(first?.trail?.configPath).toBe('accounts["000000000000"].trail.logGroup');
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
  [{}, MADE],
  [
    { name: "alerts", displayName: "Key alerts" },
    {
      ...MADE,
      name: "alerts",
      arn: "arn:aws:sns:eu-west-1:111111111111:alerts",
      displayName: "Key alerts",
      encryption: { kind: "managed", keepers: [] },
    },
  ],
  [
    { arn: "arn:{partition}:sns:{region}:999999999999:hub" },
    {
      kind: "existing",
      address: "alerts",
      name: "hub",
      arn: "arn:aws:sns:eu-west-1:999999999999:hub",
      subscriptions: [],
    },
  ],
])("the topic %j becomes %j", (topic, resolved) => {
  expect(targetOf({ "accounts[0].topic": topic }).topics).toEqual([resolved]);
});

describe("the key of a topic", () => {
  const encryptionOf = (changes: Record<string, unknown>) => {
    const [topic] = targetOf(changes).topics;
    return topic?.kind === "made" ? topic.encryption : undefined;
  };

  test("is kept by the deploy role and the break-glass roles", () => {
    const changes = {
      "accounts[0].role": "arn:{partition}:iam::{account}:role/deploy",
      "accounts[0].breakGlassRoles": ["arn:aws:iam::{account}:role/b", "arn:aws:iam::{account}:role/a/*"],
    };
    expect(encryptionOf(changes)).toEqual({
      kind: "managed",
      keepers: [
        "arn:aws:iam::111111111111:role/a/*",
        "arn:aws:iam::111111111111:role/b",
        "arn:aws:iam::111111111111:role/deploy",
      ],
    });
  });

  test("can be one that exists, or none", () => {
    const keyArn = "arn:{partition}:kms:{region}:{account}:key/1234abcd";
    expect(encryptionOf({ "accounts[0].topic": { encryption: { keyArn } } })).toEqual({
      kind: "existing",
      keyArn: "arn:aws:kms:eu-west-1:111111111111:key/1234abcd",
    });
    expect(encryptionOf({ "accounts[0].topic": { encryption: "none" } })).toEqual({ kind: "none" });
  });
});

test("of the versions, each can be given alone", () => {
  expect(targetOf({ versions: { aws: "6.25.0" } }).versions).toEqual({ terraform: ">= 1.10.0", aws: "6.25.0" });
});

test("what has retired without a trail, which nobody checks, held no control", () => {
  const retired = [{ id: "222222222222", name: "legacy", regions: ["eu-west-1"] }];
  const held = resolveHeld(smallFleet({ retired }));
  expect(held.map(({ account, controls }) => [account.id, controls.length])).toEqual([
    ["111111111111", 1],
    ["222222222222", 0],
  ]);
});
