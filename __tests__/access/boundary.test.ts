import type { RoleDescription } from "../../modules/access";
import type { IdentityStatement } from "../../modules/aws";
import { hubFleet, organizationFleet, type Raw, smallFleet } from "../support/fleet";
import { boundaryOf, permissionsOf, rolesOf } from "../support/roles";
import { type Request, simulate } from "../support/simulate";
import { stacksOf } from "../support/stacks";

const ACCOUNT = "111111111111";
const ROLE = `arn:aws:iam::${ACCOUNT}:role/keywatch-${ACCOUNT}-eu-west-1-beat`;
const BOUNDARY = `arn:aws:iam::${ACCOUNT}:policy/security/keywatch-boundary`;

const unbounded = smallFleet({ "accounts[0].liveness": true, "accounts[0].trail": { create: {} } });
const bounded: Raw = { ...unbounded, defaults: { permissionsBoundary: "security/keywatch-boundary" } };

const statementsOf = ({ policies }: RoleDescription) => policies.flatMap(({ document }) => document.Statement);
const deployIn = (config: Raw, ...args: readonly string[]) => rolesOf(config, "deploy", ...args).deploy;
const aboutRoles = (role: RoleDescription) => statementsOf(role).filter(({ Sid }) => /Roles$/.test(Sid));

describe("a deploy role whose roles are bounded", () => {
  const deploy = deployIn(bounded, "--account", ACCOUNT);
  const may = (action: string, context?: Request["context"], resource = ROLE) =>
    simulate(undefined, {
      policies: deploy.policies.map(({ document }) => document),
      principal: `arn:aws:iam::${ACCOUNT}:role/keywatch-deploy`,
      action: `iam:${action}`,
      resource,
      owner: ACCOUNT,
      context,
    });
  const within = (boundary: string) => ({ "iam:PermissionsBoundary": boundary });

  test("makes them, bounds them and gives them rights on that condition, and looks and takes away without it", () => {
    const Resource = [`arn:aws:iam::${ACCOUNT}:role/keywatch-${ACCOUNT}-eu-west-1-trail`, ROLE];
    expect(aboutRoles(deploy)).toEqual([
      {
        Sid: "BoundedRoles",
        Effect: "Allow",
        Action: [
          "iam:GetRole",
          "iam:ListRolePolicies",
          "iam:ListAttachedRolePolicies",
          "iam:UpdateAssumeRolePolicy",
          "iam:UpdateRoleDescription",
          "iam:TagRole",
          "iam:UntagRole",
          "iam:DeleteRole",
          "iam:ListInstanceProfilesForRole",
          "iam:GetRolePolicy",
          "iam:DeleteRolePolicy",
        ],
        Resource,
      },
      {
        Sid: "MakeBoundedRoles",
        Effect: "Allow",
        Action: ["iam:CreateRole", "iam:PutRolePermissionsBoundary", "iam:PutRolePolicy"],
        Resource,
        Condition: { ArnLike: { "iam:PermissionsBoundary": [BOUNDARY] } },
      },
    ]);
  });

  test.each(["CreateRole", "PutRolePolicy", "PutRolePermissionsBoundary"])(
    "%s: with the boundary alone",
    async (action) => {
      await expect(may(action, within(BOUNDARY))).resolves.toBe("Allowed");
      await expect(may(action, within(`${BOUNDARY}-2`))).resolves.toBe("ImplicitlyDenied");
      await expect(may(action, within("arn:aws:iam::aws:policy/AdministratorAccess"))).resolves.toBe(
        "ImplicitlyDenied",
      );
      await expect(may(action)).resolves.toBe("ImplicitlyDenied");
    },
  );

  test.each(["DeleteRolePermissionsBoundary", "AttachRolePolicy"])("%s: never", async (action) => {
    await expect(may(action, within(BOUNDARY))).resolves.toBe("ImplicitlyDenied");
  });

  test.each(["CreatePolicyVersion", "SetDefaultPolicyVersion", "DeletePolicyVersion", "DeletePolicy"])(
    "%s: not of the boundary",
    async (action) => {
      await expect(may(action, {}, BOUNDARY)).resolves.toBe("ImplicitlyDenied");
    },
  );

  test("in a document for any account, the boundary is that of whichever it is", () => {
    const [, making] = aboutRoles(deployIn(bounded));
    expect(making?.Condition).toEqual({
      ArnLike: { "iam:PermissionsBoundary": ["arn:aws:iam::*:policy/security/keywatch-boundary"] },
    });
    const { out } = permissionsOf(
      bounded,
      "deploy",
      "--trust",
      `arn:aws:iam::${ACCOUNT}:root`,
      "--format",
      "cloudformation",
    );
    expect(out).toContain('"Fn::Sub": "arn:aws:iam::${AWS::AccountId}:policy/security/keywatch-boundary"');
  });
});

test("without a boundary the deploy role makes roles without a condition", async () => {
  const deploy = deployIn(unbounded, "--account", ACCOUNT);
  expect(aboutRoles(deploy).map(({ Sid, Condition }) => [Sid, Condition])).toEqual([["Roles", undefined]]);
  expect(JSON.stringify(deploy)).not.toContain("Boundary");
});

test("so it is with who makes the bucket of the states", () => {
  const bootstrap = { account: "999999999999", replica: { region: "eu-central-1" } };
  const state = { type: "s3", bucket: "acme-state", region: "eu-west-1", bootstrap };
  const making = statementsOf(rolesOf({ ...bounded, state }, "bootstrap").bootstrap).find(({ Sid }) =>
    /^Make/.test(Sid),
  );
  expect(making).toEqual({
    Sid: "MakeBoundedReplicaRole",
    Effect: "Allow",
    Action: ["iam:CreateRole", "iam:PutRolePermissionsBoundary", "iam:PutRolePolicy"],
    Resource: ["arn:aws:iam::999999999999:role/keywatch-state-replica"],
    Condition: {
      ArnLike: { "iam:PermissionsBoundary": ["arn:aws:iam::999999999999:policy/security/keywatch-boundary"] },
    },
  });
});

describe("the boundary", () => {
  const all: Raw = organizationFleet({
    state: {
      type: "s3",
      bucket: "acme-state",
      region: "eu-west-1",
      kms_key_id: "alias/states",
      bootstrap: {
        account: "999999999999",
        replica: { region: "eu-central-1", keyArn: "arn:aws:kms:eu-central-1:999999999999:key/1234abcd" },
      },
    },
    "defaults.permissionsBoundary": "keywatch-boundary",
    "defaults.fastPath": true,
    "accounts[0].trail": { create: {} },
    "accounts[0].liveness": true,
  });
  const sids = (config: Raw, ...args: readonly string[]) =>
    boundaryOf(config, ...args).document.Statement.map(({ Sid }: IdentityStatement) => Sid);

  /** One action on one thing under one condition, as a text. */
  const rightsIn = (statements: readonly IdentityStatement[]): string[] =>
    statements.flatMap(({ Action, Resource, Condition }) =>
      [Action].flat().flatMap((action) => [Resource].flat().map((arn) => JSON.stringify([action, arn, Condition]))),
    );

  test.each([ACCOUNT, "222222222222"])("allows what the own policies of the roles in %s do, and no more", (account) => {
    const { resource } = stacksOf(all)[`keywatch-${account}-eu-west-1`];
    const own = Object.values(resource.aws_iam_role_policy as Record<string, { policy: string }>);
    const rights = rightsIn(own.flatMap(({ policy }) => JSON.parse(policy).Statement));
    const organization = ["us-east-1", "eu-west-1"].map((region) =>
      JSON.stringify(["events:PutEvents", `arn:aws:events:${region}:999999999999:event-bus/keywatch-keys`, undefined]),
    );
    expect(rights.length).toBeGreaterThan(0);
    expect(rightsIn(boundaryOf(all, "--account", account).document.Statement).sort()).toEqual(
      [...new Set([...rights, ...organization])].sort(),
    );
  });

  test("is the policy that the config names", () => {
    const { path, name } = boundaryOf(bounded);
    expect({ path, name }).toEqual({ path: "/security/", name: "keywatch-boundary" });
  });

  test("of any account leaves its id open, and not that of the hub", () => {
    const { Statement } = boundaryOf(all).document;
    expect(Statement.slice(0, 3)).toEqual([
      {
        Sid: "WriteEvents",
        Effect: "Allow",
        Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
        Resource: ["arn:aws:logs:eu-west-1:*:log-group:keywatch/trail:log-stream:*_CloudTrail_eu-west-1*"],
      },
      {
        Sid: "SendToHub",
        Effect: "Allow",
        Action: "events:PutEvents",
        Resource: [
          "arn:aws:events:eu-west-1:999999999999:event-bus/keywatch-keys",
          "arn:aws:events:us-east-1:999999999999:event-bus/keywatch-keys",
        ],
      },
      { Sid: "Beat", Effect: "Allow", Action: "kms:GenerateRandom", Resource: ["*"] },
    ]);
  });

  test("allows the copy of the states where the bucket is, and nowhere else", () => {
    const copy = ["ReadBucket", "ReadStates", "WriteCopies", "Decrypt", "Encrypt"];
    expect(sids(all, "--account", "999999999999")).toEqual(["SendToHub", ...copy]);
    expect(sids(all, "--account", "222222222222")).toEqual(["SendToHub"]);
    expect(sids(all)).toEqual(["WriteEvents", "SendToHub", "Beat", ...copy]);
  });

  test("is written with the roles where the config has one", () => {
    const { roles, boundary } = JSON.parse(permissionsOf(bounded).out);
    expect(roles.map(({ kind }: RoleDescription) => kind)).not.toContain("boundary");
    expect(boundary.name).toBe("keywatch-boundary");
    expect(JSON.parse(permissionsOf(unbounded).out)).not.toHaveProperty("boundary");
  });

  test("is a policy without a role, in CloudFormation and Terraform too", () => {
    const text = (format: string) => JSON.parse(permissionsOf(bounded, "boundary", "--format", format).out);
    const { document, ...named } = boundaryOf(bounded);
    expect(text("cloudformation").Resources).toEqual({
      KeywatchBoundaryPolicy: {
        Type: "AWS::IAM::ManagedPolicy",
        Properties: {
          ManagedPolicyName: "keywatch-boundary",
          Path: "/security/",
          Description: "Bounds the roles that the stacks of Keywatch make. Allows nothing by itself.",
          PolicyDocument: {
            ...document,
            Statement: [
              {
                ...document.Statement[0],
                Resource: [
                  {
                    "Fn::Sub":
                      "arn:aws:logs:eu-west-1:${AWS::AccountId}:log-group:keywatch/trail:log-stream:${AWS::AccountId}_CloudTrail_eu-west-1*",
                  },
                ],
              },
              document.Statement[1],
            ],
          },
        },
      },
    });
    const { aws_iam_policy, aws_iam_role_policy_attachment } = text("terraform").resource;
    expect(aws_iam_policy.boundary).toEqual({ ...named, policy: expect.stringContaining('"Sid":"Beat"') });
    expect(aws_iam_role_policy_attachment).toEqual({});
  });

  test("that is longer than IAM takes is not written", () => {
    const accounts = Array.from({ length: 60 }, (_, index) => ({
      id: String(100_000_000_000 + index),
      name: `account ${index}`,
      trail: { create: { logGroup: `keywatch/trail-of-account-number-${index}` } },
    }));
    const config = { ...bounded, defaults: { ...bounded.defaults, regions: ["eu-west-1"] }, accounts };
    expect(permissionsOf(config, "boundary")).toEqual({
      code: 2,
      out: "",
      err:
        "error: The boundary keywatch-boundary would have 6,614 characters, and IAM takes 6,144.\n" +
        "  to mend it: Write each account's own with --account.\n",
    });
  });
});

describe("wrong use", () => {
  const NOTHING =
    "error: The config names no permissionsBoundary there, or the stacks make no role, so there is no boundary to write.\n";

  test.each([
    ["no boundary is named", unbounded, NOTHING],
    ["no role is made", smallFleet({ "accounts[0].permissionsBoundary": "keywatch-boundary" }), NOTHING],
    [
      "accounts have others",
      hubFleet({
        "defaults.permissionsBoundary": "one",
        "accounts[1].permissionsBoundary": "two",
        "defaults.fastPath": true,
      }),
      "error: The config names several permissions boundaries: one, two. Name one account with --account.\n",
    ],
    [
      "some accounts have none",
      hubFleet({ "accounts[0].permissionsBoundary": "one", "defaults.fastPath": true }),
      "error: The config names several permissions boundaries: one, none. Name one account with --account.\n",
    ],
  ])("%s", (_, config, err) => {
    expect(permissionsOf(config, "boundary")).toEqual({ code: 2, out: "", err });
  });

  test("a document for any account would let the roles of some be unbounded", () => {
    const config = hubFleet({ "accounts[0].permissionsBoundary": "one" });
    expect(permissionsOf(config, "deploy").err).toBe(
      "error: The config names several permissions boundaries: one, none. Name one account with --account.\n",
    );
    expect(permissionsOf(config, "plan").code).toBe(0);
  });
});
