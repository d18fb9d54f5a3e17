import type { Target } from "../../modules/fleet";
import { type Changes, organizationFleet } from "../support/fleet";
import { targetsOf } from "../support/targets";

const HUB = "999999999999";
const on = { "defaults.fastPath": true };
const targetOf = (changes: Changes = {}) =>
  targetsOf(organizationFleet(changes)).find(({ organization }) => organization) as Target;
const silentOf = (changes: Changes) => targetOf(changes).organization?.silent;
const templateOf = (changes: Changes = {}) => JSON.parse(targetOf(changes).organization?.template ?? "");

test("an organization is a target of its own, with nothing that watches", () => {
  const { organization, ...target } = targetOf({ "defaults.tags": { owner: "security" } });
  expect(target).toEqual({
    stackId: "keywatch-organization",
    account: { id: "888888888888", name: "888888888888" },
    region: "eu-west-1",
    partition: "aws",
    wave: 2,
    versions: { terraform: ">= 1.10.0", aws: ">= 5.100.0, < 7.0.0" },
    state: { kind: "local", block: { backend: { local: { path: "../../../state/keywatch/organization.tfstate" } } } },
    role: { arn: "arn:aws:iam::888888888888:role/keywatch-deploy" },
    stsRegion: undefined,
    tags: { owner: "security" },
    topics: [],
    controls: [],
    chat: [],
    adopted: [],
    dependsOn: ["keywatch-999999999999-eu-west-1", "keywatch-999999999999-us-east-1"],
  });
  expect(organization).toEqual({
    id: "o-a1b2c3d4e5",
    stackSet: "keywatch-organization",
    units: ["r-a1b2"],
    regions: ["eu-west-1", "us-east-1"],
    callAs: "SELF",
    silent: [],
    template: expect.any(String),
  });
});

test("its role and name are its account's own where they are known, and it may be a delegated administrator's", () => {
  const { account, role, organization } = targetOf({
    "organization.account": HUB,
    "organization.role": "arn:aws:iam::{account}:role/admin",
    "organization.delegatedAdmin": true,
  });
  expect(account).toEqual({ id: HUB, name: "security" });
  expect(role).toEqual({ arn: `arn:aws:iam::${HUB}:role/admin` });
  expect(organization?.callAs).toBe("DELEGATED_ADMIN");
});

test.each([
  [{ type: "s3", bucket: "acme-state", region: "eu-west-1" }, { s3: { key: "keywatch/organization.tfstate" } }],
  [
    { type: "s3", bucket: "acme-state", region: "eu-west-1", key: "x/{account}/{region}/{stack}" },
    { s3: { key: "x/888888888888/eu-west-1/keywatch-organization" } },
  ],
  [{ type: "gcs", bucket: "acme-state", prefix: "{stack}" }, { gcs: { prefix: "keywatch-organization" } }],
])("its state lies beside those of the targets: %j", (state, backend) => {
  expect(targetOf({ state }).state.block).toMatchObject({ backend });
});

test("of HCP it has a workspace named like its stack", () => {
  expect(targetOf({ state: { type: "hcp", organization: "acme" } }).state.block).toEqual({
    cloud: { organization: "acme", workspaces: { name: "keywatch-organization" } },
  });
});

test("a unit that is named twice is one", () => {
  const { organization } = targetOf({ "organization.units": ["r-a1b2", "ou-a1b2-c3d4e5f6", "r-a1b2"] });
  expect(organization?.units).toEqual(["ou-a1b2-c3d4e5f6", "r-a1b2"]);
});

test("it comes after all waves", () => {
  expect(targetOf({ rollout: { waves: [{ accounts: [HUB] }] } }).wave).toBe(3);
});

test("the StackSet has a name that AWS takes", () => {
  expect(targetOf({ name: "key_watch" }).organization?.stackSet).toBe("key-watch-organization");
});

describe("what tells of its events itself does not send", () => {
  test("neither the hub nor a member, in the regions that they tell of", () => {
    expect(silentOf(on)).toEqual(["111111111111/eu-west-1", "222222222222/eu-west-1", HUB]);
  });

  test("whichever topic it publishes to", () => {
    expect(silentOf({ "accounts[0].fastPath": true, "accounts[0].topic": {} })).toEqual(["111111111111/eu-west-1"]);
  });

  test("an account that tells of all regions is named once", () => {
    expect(silentOf({ ...on, "organization.regions": ["eu-west-1"] })).toEqual(["111111111111", "222222222222", HUB]);
  });

  test("nor an account that is to be left out", () => {
    expect(silentOf({ "organization.exclude": ["777777777777", HUB], "accounts[2].fastPath": true })).toEqual([
      "777777777777",
      HUB,
    ]);
  });

  test("it is silenced once its own path is there: its stack comes before", () => {
    expect(targetOf(on).dependsOn).toEqual([
      "keywatch-111111111111-eu-west-1",
      "keywatch-222222222222-eu-west-1",
      "keywatch-999999999999-eu-west-1",
      "keywatch-999999999999-us-east-1",
    ]);
  });
});

describe("the template", () => {
  test("bounds its role by the policy of whichever account it is in", () => {
    const { Properties } = templateOf({ "defaults.permissionsBoundary": "security/keywatch-boundary" }).Resources.Role;
    expect(Properties.PermissionsBoundary).toEqual({
      "Fn::Sub": "arn:${AWS::Partition}:iam::${AWS::AccountId}:policy/security/keywatch-boundary",
    });
    expect(templateOf().Resources.Role.Properties).not.toHaveProperty("PermissionsBoundary");
  });

  test("makes a rule on the events that a member of the fleet sends, and a role for it", () => {
    const bus = { "Fn::Sub": `arn:\${AWS::Partition}:events:\${AWS::Region}:${HUB}:event-bus/keywatch-keys` };
    const member = targetsOf(organizationFleet(on))[0]?.fastPath?.relay;
    expect(templateOf()).toEqual({
      AWSTemplateFormatVersion: "2010-09-09",
      Description: `Sends the key events of this account and region to the bus of account ${HUB}.`,
      Resources: {
        Role: {
          Type: "AWS::IAM::Role",
          Properties: {
            RoleName: { "Fn::Sub": "keywatch-organization-${AWS::Region}" },
            AssumeRolePolicyDocument: {
              Version: "2012-10-17",
              Statement: [
                {
                  Sid: "OnlyTheRelay",
                  Effect: "Allow",
                  Principal: { Service: "events.amazonaws.com" },
                  Action: "sts:AssumeRole",
                  Condition: {
                    StringEquals: { "aws:SourceAccount": { Ref: "AWS::AccountId" } },
                    ArnEquals: {
                      "aws:SourceArn": {
                        "Fn::Sub":
                          "arn:${AWS::Partition}:events:${AWS::Region}:${AWS::AccountId}:rule/keywatch-organization",
                      },
                    },
                  },
                },
              ],
            },
            Policies: [
              {
                PolicyName: "send-to-hub",
                PolicyDocument: {
                  Version: "2012-10-17",
                  Statement: [{ Sid: "SendToHub", Effect: "Allow", Action: "events:PutEvents", Resource: bus }],
                },
              },
            ],
          },
        },
        Relay: {
          Type: "AWS::Events::Rule",
          Properties: {
            Name: "keywatch-organization",
            Description: "Sends key events to the bus of the hub.",
            EventPattern: JSON.parse(member?.pattern ?? ""),
            State: "ENABLED",
            Targets: [{ Id: "hub", Arn: bus, RoleArn: { "Fn::GetAtt": ["Role", "Arn"] } }],
          },
        },
      },
    });
  });

  test("switches the rule off where the account tells of its events itself", () => {
    const { Conditions, Resources } = templateOf(on);
    expect(Conditions).toEqual({
      Silent: {
        "Fn::Or": [
          { "Fn::Equals": [{ "Fn::Sub": "${AWS::AccountId}/${AWS::Region}" }, "111111111111/eu-west-1"] },
          { "Fn::Equals": [{ "Fn::Sub": "${AWS::AccountId}/${AWS::Region}" }, "222222222222/eu-west-1"] },
          { "Fn::Equals": [{ Ref: "AWS::AccountId" }, HUB] },
        ],
      },
    });
    expect(Resources.Relay.Properties.State).toEqual({ "Fn::If": ["Silent", "DISABLED", "ENABLED"] });
  });

  test("asks about one account without an Or, which takes two conditions at least", () => {
    expect(templateOf({ "organization.exclude": ["777777777777"] }).Conditions).toEqual({
      Silent: { "Fn::Equals": [{ Ref: "AWS::AccountId" }, "777777777777"] },
    });
  });

  const exclude = (count: number) => ({
    "organization.exclude": Array.from({ length: count }, (_, index) => String(index).padStart(12, "0")),
  });

  test.each([2, 10, 11, 91, 101, 500])("takes %d accounts, no Or of more than ten", (count) => {
    const ors: number[] = [];
    const equals: string[] = [];
    JSON.stringify(templateOf(exclude(count)).Conditions, (key, value) => {
      if (key === "Fn::Or") ors.push(value.length);
      if (key === "Fn::Equals") equals.push(value[1]);
      return value;
    });
    expect([...ors].filter((length) => length < 2 || length > 10)).toEqual([]);
    expect(new Set(equals).size).toBe(count);
    expect(equals).toHaveLength(count);
  });

  test("fits into what CloudFormation takes, of 51,200 bytes, with all that it may name", () => {
    const regions = ["eu-west-1", "ap-southeast-1"];
    const accounts = Array.from({ length: 500 }, (_, index) => ({ id: String(index).padStart(12, "0"), name: "told" }));
    const longest = targetOf({
      name: "n".repeat(30),
      "defaults.topic": {},
      "defaults.fastPath": true,
      "defaults.regions": ["ap-southeast-1"],
      accounts: [...accounts, { id: HUB, name: "security", regions, fastPath: false }],
    }).organization;
    expect(longest?.silent).toHaveLength(500);
    expect(Buffer.byteLength(longest?.template ?? "")).toBeLessThanOrEqual(51_200);
  });

  test("gives its role a name that fits into the 64 characters of IAM", () => {
    const { RoleName } = templateOf({ name: "n".repeat(30) }).Resources.Role.Properties;
    expect(RoleName["Fn::Sub"].replace("${AWS::Region}", "ap-southeast-1").length).toBeLessThanOrEqual(64);
  });
});

describe("the hub", () => {
  const fastPathIn = (region: string, changes: Changes = {}) =>
    targetsOf(organizationFleet(changes)).find(
      ({ account, ...target }) => account.id === HUB && target.region === region,
    )?.fastPath;

  test("opens a bus to the organization in every region, with rules that tell of whichever account", () => {
    for (const region of ["eu-west-1", "us-east-1"]) {
      const { bus, rules = [] } = fastPathIn(region) ?? {};
      expect(bus).toEqual({
        name: "keywatch-keys",
        arn: `arn:aws:events:${region}:${HUB}:event-bus/keywatch-keys`,
        senders: [],
        organization: "o-a1b2c3d4e5",
      });
      expect(rules.map(({ bus }) => bus)).toEqual(Array(8).fill("keywatch-keys"));
      expect(rules.filter(({ pattern }) => pattern.includes('"account"'))).toEqual([]);
      expect(rules.filter(({ message }) => !message.text.includes(": account <account>, "))).toEqual([]);
    }
  });

  test("lets in those of its members too that may be in no organization", () => {
    expect(fastPathIn("eu-west-1", on)?.bus).toMatchObject({
      senders: ["111111111111", "222222222222"],
      organization: "o-a1b2c3d4e5",
    });
  });

  test("stays closed in a region from which nothing is sent", () => {
    expect(fastPathIn("us-east-1", { "organization.regions": ["eu-west-1"] })).toBeUndefined();
  });
});
