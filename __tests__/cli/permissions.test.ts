import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { REGIONS } from "../../modules/aws";
import { hubFleet, layeredFleet, organizationFleet, smallFleet } from "../support/fleet";
import { inFolder } from "../support/folder";
import { permissionsOf, rolesOf } from "../support/roles";

const PIPELINE = "arn:aws:iam::999999999999:role/keywatch-pipeline";

/** A statement by its id, in the only policy of a role. */
const statementIn = (role: ReturnType<typeof rolesOf>["deploy"], sid: string) => {
  const [policy, ...others] = role.policies;
  if (!policy || others.length > 0) throw new Error(`${role.name} has ${role.policies.length} policies`);
  return policy.document.Statement.find(({ Sid }) => Sid === sid);
};

const fleet = () => layeredFleet();

describe("what the roles may do", () => {
  test("the deploy role of one account works on what the stacks of that account hold", () => {
    const { deploy } = rolesOf(fleet(), "deploy", "--account", "222222222222");
    expect(statementIn(deploy, "LogGroup")).toEqual({
      Sid: "LogGroup",
      Effect: "Allow",
      Action: ["logs:DescribeMetricFilters", "logs:PutMetricFilter", "logs:DeleteMetricFilter"],
      Resource: [
        "arn:aws:logs:eu-west-1:222222222222:log-group:trail",
        "arn:aws:logs:eu-west-1:222222222222:log-group:trail:*",
        "arn:aws:logs:us-east-1:222222222222:log-group:legacy-trail",
        "arn:aws:logs:us-east-1:222222222222:log-group:legacy-trail:*",
      ],
    });
    expect(statementIn(deploy, "Keys")?.Resource).toEqual([
      "arn:aws:kms:eu-west-1:222222222222:key/*",
      "arn:aws:kms:us-east-1:222222222222:key/*",
    ]);
  });

  test("for any account its id is left open", () => {
    const { deploy } = rolesOf(fleet(), "deploy");
    expect(statementIn(deploy, "Topics")?.Resource).toEqual([
      "arn:aws:sns:eu-west-1:*:KMSCustomerKeyEvents",
      "arn:aws:sns:us-east-1:*:KMSCustomerKeyEvents",
    ]);
  });

  test("what a target does not have is not allowed", () => {
    const { deploy } = rolesOf(hubFleet(), "deploy", "--account", "111111111111");
    expect(deploy.policies.flatMap(({ document }) => document.Statement.map(({ Sid }) => Sid))).toEqual([
      "FindLogGroups",
      "LogGroup",
      "Alarms",
    ]);
  });

  test("the StackSet of an organization is for the role of the account that makes it alone", () => {
    const config = organizationFleet({ "organization.delegatedAdmin": true });
    const { deploy } = rolesOf(config, "deploy", "--account", "888888888888");
    const all = [
      "cloudformation:UpdateStackSet",
      "cloudformation:CreateStackInstances",
      "cloudformation:DeleteStackInstances",
    ];
    expect(statementIn(deploy, "StackSetStacks")).toEqual({
      Sid: "StackSetStacks",
      Effect: "Allow",
      Action: all,
      Resource: [
        "arn:aws:cloudformation:eu-west-1:888888888888:stackset/keywatch-organization:*",
        "arn:aws:cloudformation:*:888888888888:stackset-target/keywatch-organization:*/r-a1b2",
        "arn:aws:cloudformation:*::type/resource/AWS-IAM-Role",
        "arn:aws:cloudformation:*::type/resource/AWS-Events-Rule",
      ],
    });
    expect(statementIn(deploy, "StackSet")?.Resource).toEqual([
      "arn:aws:cloudformation:eu-west-1:888888888888:stackset/keywatch-organization:*",
    ]);
    expect(statementIn(deploy, "FindAdministrators")?.Action).toEqual(["organizations:ListDelegatedAdministrators"]);
    const { audit } = rolesOf(config, "audit", "--account", "888888888888");
    expect(audit.policies.map(({ document }) => document.Statement)).toEqual([
      [
        {
          Sid: "StackSet",
          Effect: "Allow",
          Action: ["cloudformation:DescribeStackSet", "cloudformation:ListStackInstances"],
          Resource: ["arn:aws:cloudformation:eu-west-1:888888888888:stackset/keywatch-organization:*"],
        },
        {
          Sid: "FindAdministrators",
          Effect: "Allow",
          Action: ["organizations:ListDelegatedAdministrators"],
          Resource: ["*"],
        },
      ],
    ]);
    for (const any of [rolesOf(config, "deploy", "audit"), rolesOf(config, "audit", "--account", "111111111111")]) {
      expect(JSON.stringify(any)).not.toMatch(/cloudformation|organizations/);
    }
  });

  test("what has retired can still be destroyed", () => {
    const config = fleet();
    const retired = { ...config, accounts: config.accounts.slice(1), retired: config.accounts.slice(0, 1) };
    const args = ["deploy", "--account", "111111111111"];
    expect(rolesOf(retired, ...args)).toEqual(rolesOf(config, ...args));
  });

  test("roles of Firehose subscriptions are passed to SNS alone", () => {
    const role = "arn:aws:iam::111111111111:role/sns-to-firehose";
    const endpoint = "arn:aws:firehose:eu-west-1:111111111111:deliverystream/alerts";
    const { deploy } = rolesOf(
      smallFleet({ "accounts[0].subscriptions": [{ protocol: "firehose", endpoint, subscriptionRoleArn: role }] }),
      "deploy",
      "--account",
      "111111111111",
    );
    expect(statementIn(deploy, "PassSubscriptionRole")).toEqual({
      Sid: "PassSubscriptionRole",
      Effect: "Allow",
      Action: ["iam:PassRole"],
      Resource: [role],
      Condition: { StringEquals: { "iam:PassedToService": "sns.amazonaws.com" } },
    });
  });

  test("alarms that act in Systems Manager let AWS make the role that they act by", () => {
    const actions = { alarm: ["arn:aws:ssm:eu-west-1:111111111111:opsitem:1"] };
    const { deploy } = rolesOf(smallFleet({ "accounts[0].actions": actions }), "deploy", "--account", "111111111111");
    expect(statementIn(deploy, "AlarmActions")?.Resource).toEqual([
      "arn:aws:iam::111111111111:role/aws-service-role/ssm.alarms.cloudwatch.amazonaws.com/AWSServiceRoleForCloudWatchAlarms_ActionSSM",
    ]);
  });

  test("a drill ends no key that encrypts", () => {
    const { drill } = rolesOf(smallFleet(), "drill", "--account", "111111111111");
    expect(statementIn(drill, "DrillKeys")).toEqual({
      Sid: "DrillKeys",
      Effect: "Allow",
      Action: ["kms:DescribeKey", "kms:DisableKey", "kms:ScheduleKeyDeletion"],
      Resource: ["arn:aws:kms:eu-west-1:111111111111:key/*"],
      Condition: { StringEquals: { "kms:KeySpec": "HMAC_224" } },
    });
  });
});

describe("the pipeline", () => {
  const state = { type: "s3", bucket: "acme-terraform-state", region: "eu-west-1" };
  const pipelineOf = (further: object, ...args: readonly string[]) =>
    rolesOf({ ...fleet(), state: { ...state, ...further } }, "pipeline", ...args).pipeline;

  test("enters the accounts by the roles that are chosen", () => {
    expect(statementIn(pipelineOf({}), "EnterAccounts")?.Resource).toEqual([
      "arn:aws:iam::111111111111:role/keywatch-deploy",
      "arn:aws:iam::111111111111:role/keywatch-plan",
      "arn:aws:iam::111111111111:role/keywatch-audit",
      "arn:aws:iam::222222222222:role/keywatch-deploy",
      "arn:aws:iam::222222222222:role/keywatch-plan",
      "arn:aws:iam::222222222222:role/keywatch-audit",
    ]);
    expect(statementIn(pipelineOf({}, "--enter", "audit"), "EnterAccounts")?.Resource).toEqual([
      "arn:aws:iam::111111111111:role/keywatch-audit",
      "arn:aws:iam::222222222222:role/keywatch-audit",
    ]);
  });

  test("keeps the states and takes away nothing but locks", () => {
    const states = "arn:aws:s3:::acme-terraform-state/keywatch/*/*.tfstate";
    const pipeline = pipelineOf({});
    expect(statementIn(pipeline, "FindStates")?.Resource).toEqual(["arn:aws:s3:::acme-terraform-state"]);
    expect(statementIn(pipeline, "States")).toMatchObject({
      Action: ["s3:GetObject", "s3:PutObject"],
      Resource: [states],
    });
    expect(statementIn(pipeline, "Locks")).toMatchObject({
      Action: ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"],
      Resource: [`${states}.tflock`],
    });
  });

  test.each([
    ["plan", ["plan"], "keywatch-pipeline-plan"],
    ["audit", ["audit"], "keywatch-pipeline-audit"],
    ["plan and audit", ["plan", "audit"], "keywatch-pipeline-plan-audit"],
  ])("that enters accounts to %s alone reads the states, locks nothing, and is named for it", (_, entered, name) => {
    const key = "arn:aws:kms:eu-west-1:999999999999:key/1234abcd";
    const pipeline = pipelineOf({ kms_key_id: key }, "--enter", ...entered, "--trust", PIPELINE);
    expect(pipeline.name).toBe(name);
    expect(pipeline.policies.map((policy) => policy.name)).toEqual([name]);
    expect(pipeline.policies[0]?.document.Statement.map(({ Sid, Action }) => [Sid, Action])).toEqual([
      ["EnterAccounts", ["sts:AssumeRole"]],
      ["FindStates", ["s3:ListBucket"]],
      ["States", ["s3:GetObject"]],
      ["StateKey", ["kms:Decrypt"]],
    ]);
  });

  test("that enters accounts to drill alone has no part in the states", () => {
    const { name, policies } = pipelineOf({}, "--enter", "drill");
    expect(name).toBe("keywatch-pipeline");
    expect(policies[0]?.document.Statement.map(({ Sid }) => Sid)).toEqual(["EnterAccounts"]);
  });

  test("that only plans can be assumed by the jobs of pull requests, one that deploys by those of main alone", () => {
    const subjects = (...entered: readonly string[]) => {
      const args = ["--enter", ...entered, "--trust", "github:acme/infra", "--account", "111111111111"];
      const [statement] = pipelineOf({}, ...args).trust?.Statement ?? [];
      return statement?.Condition?.StringLike?.["token.actions.githubusercontent.com:sub"];
    };
    expect(subjects("plan")).toEqual(["repo:acme/infra:ref:refs/heads/main", "repo:acme/infra:pull_request"]);
    expect(subjects("plan", "deploy")).toEqual(["repo:acme/infra:ref:refs/heads/main"]);
  });

  test("has nothing to unlock where states are not locked by files", () => {
    const pipeline = pipelineOf({ use_lockfile: false });
    expect(statementIn(pipeline, "Locks")).toBeUndefined();
    expect(statementIn(pipeline, "States")?.Resource).toEqual([
      "arn:aws:s3:::acme-terraform-state/keywatch/*/*.tfstate",
    ]);
  });

  test.each([
    ["its ARN", "arn:aws:kms:eu-west-1:999999999999:key/1234abcd", "arn:aws:kms:eu-west-1:999999999999:key/1234abcd"],
    [
      "its id",
      "1234abcd-12ab-34cd-56ef-1234567890ab",
      "arn:aws:kms:eu-west-1:*:key/1234abcd-12ab-34cd-56ef-1234567890ab",
    ],
  ])("uses the states' key, named by %s", (_, key, arn) => {
    expect(statementIn(pipelineOf({ kms_key_id: key }), "StateKey")).toMatchObject({
      Action: ["kms:Decrypt", "kms:GenerateDataKey"],
      Resource: [arn],
    });
  });

  test("uses the states' key, named by its alias", () => {
    expect(statementIn(pipelineOf({ kms_key_id: "alias/states" }), "StateKeyByAlias")).toMatchObject({
      Resource: ["arn:aws:kms:eu-west-1:*:key/*"],
      Condition: { "ForAnyValue:StringEquals": { "kms:ResourceAliases": ["alias/states"] } },
    });
  });

  test("leaves the states to the role that the backend assumes", () => {
    const role_arn = "arn:aws:iam::999999999999:role/states";
    const { policies } = pipelineOf({ assume_role: { role_arn } });
    expect(policies[0]?.document.Statement).toMatchObject([
      { Sid: "EnterAccounts" },
      { Sid: "EnterState", Action: ["sts:AssumeRole"], Resource: [role_arn] },
    ]);
  });
});

describe("who makes the bucket of the states", () => {
  const state = { type: "s3", bucket: "acme-terraform-state", region: "eu-west-1" };
  const roleOf = (bootstrap: object) =>
    rolesOf(layeredFleet({ state: { ...state, bootstrap: { account: "999999999999", ...bootstrap } } }), "bootstrap")
      .bootstrap;
  const resourcesOf = (role: ReturnType<typeof roleOf>) =>
    role.policies.flatMap(({ document }) => document.Statement.map(({ Sid, Resource }) => [Sid, Resource]));

  test("works on that bucket and its state alone", () => {
    const bucket = "arn:aws:s3:::acme-terraform-state";
    expect(resourcesOf(roleOf({}))).toEqual([
      ["Buckets", [bucket]],
      ["FindStates", [bucket]],
      ["States", [`${bucket}/keywatch/state.tfstate`]],
      ["Locks", [`${bucket}/keywatch/state.tfstate.tflock`]],
    ]);
  });

  test("has the copy and its role too, where there is one", () => {
    const bucket = "arn:aws:s3:::acme-terraform-state";
    const role = ["arn:aws:iam::999999999999:role/keywatch-state-replica"];
    expect(resourcesOf(roleOf({ replica: { region: "eu-central-1" } })).slice(0, 4)).toEqual([
      ["Buckets", [bucket, `${bucket}-replica`]],
      ["CopiedBucket", [bucket]],
      ["PassReplicaRole", role],
      ["ReplicaRole", role],
    ]);
  });

  test("ends nothing but its lock", () => {
    const { policies } = roleOf({ replica: { region: "eu-central-1" } });
    const ending = policies.flatMap(({ document }) =>
      document.Statement.flatMap(({ Sid, Action }) =>
        [Action].flat().flatMap((action) => (action.includes("Delete") ? [`${Sid} ${action}`] : [])),
      ),
    );
    expect(ending).toEqual(["Locks s3:DeleteObject"]);
  });

  test("is the role that the config names, which leaves the bucket's state to its caller", () => {
    const role = roleOf({ role: "arn:aws:iam::999999999999:role/terraform/admin" });
    expect([role.path, role.name]).toEqual(["/terraform/", "admin"]);
    expect(resourcesOf(role).map(([Sid]) => Sid)).toEqual(["Buckets"]);
  });
});

test("who discovers accounts lists those of the organization and enters any by its audit role", () => {
  const { discover } = rolesOf(fleet(), "discover");
  expect(discover.policies[0]?.document.Statement).toEqual([
    { Sid: "Organization", Effect: "Allow", Action: ["organizations:ListAccounts"], Resource: ["*"] },
    {
      Sid: "EnterAccounts",
      Effect: "Allow",
      Action: ["sts:AssumeRole"],
      Resource: ["arn:aws:iam::*:role/keywatch-audit"],
    },
  ]);
});

describe("who may assume the roles", () => {
  const trustOf = (who: readonly string[], kind: "deploy" | "plan" = "deploy", config = fleet()) =>
    rolesOf(config, kind, "--account", "111111111111", "--trust", ...who)[kind].trust?.Statement;

  const oidc = (host: string, aud: string, sub: readonly string[]) => [
    {
      Sid: "Enter1",
      Effect: "Allow",
      Principal: { Federated: `arn:aws:iam::111111111111:oidc-provider/${host}` },
      Action: "sts:AssumeRoleWithWebIdentity",
      Condition: { StringEquals: { [`${host}:aud`]: aud }, StringLike: { [`${host}:sub`]: sub } },
    },
  ];

  test("a role", () => {
    expect(trustOf([PIPELINE])).toEqual([
      { Sid: "Enter1", Effect: "Allow", Principal: { AWS: PIPELINE }, Action: "sts:AssumeRole" },
    ]);
  });

  test("a role that must name the external id of the config", () => {
    const role = { arn: "arn:aws:iam::{account}:role/keywatch-deploy", externalId: "acme" };
    const config = layeredFleet({ "defaults.role": role });
    const Condition = { StringEquals: { "sts:ExternalId": ["acme"] } };
    expect(trustOf([PIPELINE], "deploy", config)).toMatchObject([{ Condition }]);
    expect(trustOf([PIPELINE], "plan", config)?.[0]).not.toHaveProperty("Condition");
  });

  test.each([
    [
      "github:acme/infra",
      oidc("token.actions.githubusercontent.com", "sts.amazonaws.com", ["repo:acme/infra:ref:refs/heads/main"]),
      oidc("token.actions.githubusercontent.com", "sts.amazonaws.com", [
        "repo:acme/infra:ref:refs/heads/main",
        "repo:acme/infra:pull_request",
      ]),
    ],
    [
      "gitlab:acme/security/infra",
      oidc("gitlab.com", "https://gitlab.com", ["project_path:acme/security/infra:ref_type:branch:ref:main"]),
      oidc("gitlab.com", "https://gitlab.com", ["project_path:acme/security/infra:ref_type:branch:ref:*"]),
    ],
    [
      "hcp:acme/keywatch",
      oidc("app.terraform.io", "aws.workload.identity", [
        "organization:acme:project:keywatch:workspace:*:run_phase:apply",
      ]),
      oidc("app.terraform.io", "aws.workload.identity", [
        "organization:acme:project:keywatch:workspace:*:run_phase:plan",
      ]),
    ],
  ])("the jobs of %s: to deploy, and to plan", (who, deploy, plan) => {
    expect(trustOf([who])).toEqual(deploy);
    expect(trustOf([who], "plan")).toEqual(plan);
  });

  const plan = "arn:aws:iam::{account}:role/keywatch-plan";
  const apply = "arn:aws:iam::{account}:role/keywatch-deploy";

  test.each([
    ["nothing is said", undefined, "apply", "*"],
    ["one role plans and applies", apply, "*", "*"],
    ["each has a role", { plan, apply }, "apply", "apply"],
  ])("the runs of HCP Terraform in which a role is due, where %s", (_, role, deploy, pipeline) => {
    const state = { type: "hcp", organization: "acme", project: "keywatch", workspaces: { role } };
    const args = ["--account", "111111111111", "--trust", "hcp:acme/keywatch"];
    const roles = rolesOf(layeredFleet({ state, "defaults.role": undefined }), "deploy", "plan", "pipeline", ...args);
    const phaseOf = (kind: "deploy" | "plan" | "pipeline") =>
      roles[kind].trust?.Statement.map(({ Condition }) => Condition?.StringLike?.["app.terraform.io:sub"]);
    const inPhase = (phase: string) => [[`organization:acme:project:keywatch:workspace:*:run_phase:${phase}`]];
    expect(phaseOf("deploy")).toEqual(inPhase(deploy));
    expect(phaseOf("pipeline")).toEqual(inPhase(pipeline));
    expect(phaseOf("plan")).toEqual(inPhase("plan"));
  });

  test("exactly the jobs that are named", () => {
    expect(trustOf(["github:acme/infra:environment:production"])).toEqual(
      oidc("token.actions.githubusercontent.com", "sts.amazonaws.com", ["repo:acme/infra:environment:production"]),
    );
  });

  test("jobs of one's own GitLab", () => {
    expect(trustOf(["gitlab:acme/infra", "--oidc-host", "git.acme.example"])).toEqual(
      oidc("git.acme.example", "https://git.acme.example", ["project_path:acme/infra:ref_type:branch:ref:main"]),
    );
  });

  test("several of them", () => {
    expect(trustOf([PIPELINE, "github:acme/infra"])?.map(({ Sid }) => Sid)).toEqual(["Enter1", "Enter2"]);
  });
});

describe("the forms", () => {
  const regions = [...REGIONS.values()].filter(({ partition }) => partition === "aws").map(({ name }) => name);
  const inRegions = (count: number) => layeredFleet({ "defaults.regions": regions.slice(0, count) });

  /** IAM, Terraform and CloudFormation would each read something else into the alarm's name. */
  const odd = layeredFleet({ "defaults.controls": { "cis-4.7": { alarm: { name: "${odd} *" } } } });

  test("an alarm's name is that name alone to IAM", () => {
    const { deploy } = rolesOf(odd, "deploy", "--account", "111111111111");
    expect(statementIn(deploy, "Alarms")?.Resource).toEqual([
      "arn:aws:cloudwatch:eu-west-1:111111111111:alarm:${$}{odd} ${*}",
    ]);
  });

  test("a folder has a file for each policy, as the AWS CLI takes it", () => {
    inFolder((folder) => {
      const { code, out } = permissionsOf(fleet(), "deploy", "plan", "--trust", PIPELINE, "--output", folder);
      const files = ["deploy-trust.json", "deploy-permissions.json", "plan-trust.json", "plan-permissions.json"];
      expect(code).toBe(0);
      expect(out).toBe(files.map((file) => `${path.join(folder, file)}\n`).join(""));
      expect(readdirSync(folder)).toEqual([...files].sort());
      const { Version, Statement } = JSON.parse(readFileSync(path.join(folder, "plan-permissions.json"), "utf8"));
      expect([Version, Statement[0].Sid]).toEqual(["2012-10-17", "FindLogGroups"]);
    });
  });

  test("Terraform fills in its provider's account, and takes everything else as text", () => {
    const { out } = permissionsOf(odd, "deploy", "--trust", PIPELINE, "--format", "terraform");
    const { data, resource } = JSON.parse(out);
    expect(data).toEqual({ aws_caller_identity: { current: {} } });
    expect(resource.aws_iam_policy.deploy.policy).toContain(
      "arn:aws:cloudwatch:eu-west-1:${data.aws_caller_identity.current.account_id}:alarm:$${$}{odd} $${*}",
    );
    expect(resource.aws_iam_role_policy_attachment).toEqual({
      deploy: { role: "${aws_iam_role.deploy.name}", policy_arn: "${aws_iam_policy.deploy.arn}" },
    });
  });

  test("CloudFormation fills in the account of its stack", () => {
    const { out } = permissionsOf(odd, "audit", "--trust", "github:acme/infra", "--format", "cloudformation");
    const { Resources } = JSON.parse(out);
    expect(Object.keys(Resources)).toEqual(["KeywatchAudit", "KeywatchAuditPolicy"]);
    const { AssumeRolePolicyDocument, RoleName, Path } = Resources.KeywatchAudit.Properties;
    expect([RoleName, Path]).toEqual(["keywatch-audit", "/"]);
    expect(AssumeRolePolicyDocument.Statement[0].Principal).toEqual({
      Federated: { "Fn::Sub": "arn:aws:iam::${AWS::AccountId}:oidc-provider/token.actions.githubusercontent.com" },
    });
    const { PolicyDocument, Roles } = Resources.KeywatchAuditPolicy.Properties;
    expect(Roles).toEqual([{ Ref: "KeywatchAudit" }]);
    const alarms = PolicyDocument.Statement.find(({ Sid }: { Sid: string }) => Sid === "Alarms");
    expect(alarms.Resource[0]).toEqual({
      "Fn::Sub": "arn:aws:cloudwatch:eu-west-1:${AWS::AccountId}:alarm:${!$}{odd} ${!*}",
    });
  });

  test.each([
    [1, "is spread out for people", /^\{\n {2}"/, ""],
    [22, "has no blanks where it would be too large with them", /^\{"/, ""],
    [
      regions.length,
      "is named where it must be given from S3",
      /^\{"/,
      "CloudFormation takes 51,200 directly: give it from S3",
    ],
  ])("a template for %i regions %s", (count, _, begins, note) => {
    const { out, err } = permissionsOf(
      inRegions(count),
      "deploy",
      "plan",
      "audit",
      "--trust",
      PIPELINE,
      "--format",
      "cloudformation",
    );
    expect(out).toMatch(begins);
    expect(Buffer.byteLength(out) > 51_200).toBe(note !== "");
    expect(err).toContain(note);
    expect(err.includes("directly")).toBe(note !== "");
  });

  test("a role keeps the path and name that the config gives it", () => {
    const config = layeredFleet({ "defaults.role": "arn:aws:iam::{account}:role/security/keys/deployer" });
    const { deploy, pipeline } = rolesOf(config, "deploy", "pipeline");
    expect([deploy.path, deploy.name]).toEqual(["/security/keys/", "deployer"]);
    expect(pipeline.policies[0]?.document.Statement[0]?.Resource).toContain(
      "arn:aws:iam::111111111111:role/security/keys/deployer",
    );
  });

  test("a secret external id stands in no file, and its place is told", () => {
    const role = { arn: "arn:aws:iam::{account}:role/keywatch-deploy", externalId: { fromEnv: "EXTERNAL_ID" } };
    const config = layeredFleet({ "defaults.role": role });
    const { out, err } = permissionsOf(config, "deploy", "--trust", PIPELINE);
    expect(JSON.parse(out).roles[0].trust.Statement[0].Condition).toEqual({
      StringEquals: { "sts:ExternalId": ["<EXTERNAL_ID>"] },
    });
    expect(err).toBe("keywatch-deploy: put the secret external id in place of <EXTERNAL_ID> in its trust policy.\n");
  });
});

describe("wrong use", () => {
  const forms =
    "the ARN of a role, github:<owner>/<repository>, gitlab:<group>/<project> or hcp:<organization>/<project>";

  test.each([
    [
      "no such role",
      ["deployer"],
      "There is no role deployer. Name some of deploy, plan, audit, drill, pipeline, bootstrap, discover, boundary.",
    ],
    ["no bucket to make", ["bootstrap"], "The config has no state.bootstrap, so there is no bucket to make."],
    [
      "no such account",
      ["--account", "333333333333"],
      "333333333333 is no account of the config. keywatch targets lists them.",
    ],
    ["nobody", ["--trust", "me"], `Nobody is known as me. Name ${forms}.`],
    ["any repository", ["--trust", "github:acme/*"], `Nobody is known as github:acme/*. Name ${forms}.`],
    [
      "a role without trust",
      ["--format", "terraform"],
      `A role must say who may assume it. Name ${forms} with --trust.`,
    ],
    [
      "a provider of no account",
      ["--trust", "github:acme/infra"],
      "An OIDC provider is known by its account. Name the role's with --account, or choose another --format.",
    ],
  ])("%s", (_, args, message) => {
    expect(permissionsOf(fleet(), ...args)).toEqual({ code: 2, out: "", err: `error: ${message}\n` });
  });

  test("roles of several names at once", () => {
    const config = layeredFleet({ "accounts[0].role": "arn:aws:iam::{account}:role/other" });
    expect(permissionsOf(config, "deploy").err).toBe(
      "error: The config names several deploy roles: other, keywatch-deploy. Name one account with --account.\n",
    );
  });
});
