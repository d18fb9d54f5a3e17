import { validate } from "../../modules/config";
import { type FleetWorkspaces, workspacesOf } from "../../modules/fleet";
import { changed, hubFleet, layeredFleet, type Raw, smallFleet } from "../support/fleet";
import { stacksOf, workspacesStackText } from "../support/stacks";

const hcp = { type: "hcp", organization: "acme", project: "keywatch" };
const PAYMENTS = "keywatch-111111111111-eu-west-1";
const DATA = "keywatch-222222222222-eu-west-1";
const SECURITY = "keywatch-999999999999-eu-west-1";
const SECRET = { fromEnv: "EXTERNAL_ID" };

function fleetOf(config: Raw): FleetWorkspaces {
  const checked = validate(config);
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  return workspacesOf(checked.config) as FleetWorkspaces;
}

const withWorkspaces = (config: Raw, workspaces: object, state: object = {}): Raw =>
  changed(config, { state: { ...hcp, ...state, workspaces } });

/** The stack of a config's workspaces, without what CDKTF notes for itself. */
const stackOf = (config: Raw, workspaces: object = {}, state: object = {}): Raw =>
  JSON.parse(workspacesStackText(fleetOf(withWorkspaces(config, workspaces, state))), (key, value) =>
    key === "//" ? undefined : value,
  );

test("a config that does not ask for workspaces gets none", () => {
  for (const state of [undefined, hcp, { type: "local" }]) {
    const checked = validate(smallFleet({ state }));
    expect(checked.ok && workspacesOf(checked.config)).toBeUndefined();
  }
});

describe("the stack of the workspaces", () => {
  const { terraform, provider, data, resource } = stackOf(smallFleet(), {}, { hostname: "tfe.acme.example" });

  test("keeps its state in a workspace of the same project, where Terraform runs for whoever starts it", () => {
    const { cloud } = terraform;
    expect(cloud).toEqual({
      organization: "acme",
      hostname: "tfe.acme.example",
      workspaces: { name: "keywatch-workspaces", project: "keywatch" },
    });
    expect(data.tfe_workspace).toEqual({ self: { name: "keywatch-workspaces" } });
    expect(resource.tfe_workspace_settings.self).toEqual({
      workspace_id: "${data.tfe_workspace.self.id}",
      execution_mode: "local",
    });
  });

  test("asks for the provider of HCP Terraform, whose token is the caller's own", () => {
    expect(terraform.required_version).toBe(">= 1.10.0");
    expect(terraform.required_providers).toEqual({ tfe: { source: "hashicorp/tfe", version: ">= 0.75.0, < 1.0.0" } });
    expect(provider).toEqual({ tfe: [{ organization: "acme", hostname: "tfe.acme.example" }] });
  });

  test("is not heard of in the stacks that it makes workspaces for", () => {
    const plain = stacksOf(smallFleet({ state: hcp }));
    expect(stacksOf(withWorkspaces(smallFleet(), {}))).toEqual(plain);
  });
});

describe("a workspace", () => {
  test("is called like its stack, and keeps anything from being lost with it", () => {
    const { resource } = stackOf(smallFleet());
    expect(resource.tfe_workspace).toEqual({
      [PAYMENTS]: {
        name: PAYMENTS,
        description: "Keywatch in payments-prod (111111111111), eu-west-1",
        project_id: "${data.tfe_project.project.id}",
        force_delete: false,
        terraform_version: ">= 1.10.0",
        auto_apply: false,
        auto_apply_run_trigger: false,
      },
    });
    expect(resource.tfe_workspace_settings[PAYMENTS]).toEqual({
      workspace_id: `\${tfe_workspace.${PAYMENTS}.id}`,
      execution_mode: "remote",
    });
    expect(resource.tfe_variable).toBeUndefined();
    expect(resource.tfe_variable_set).toBeUndefined();
  });

  test("of a repository runs what synth wrote for its stack, when that alone changes", () => {
    const repository = { identifier: "acme/stacks", branch: "main", folder: "out/prod", oauthTokenId: "ot-1" };
    const { resource } = stackOf(smallFleet(), { repository, autoApply: true, terraformVersion: "1.11.4" });
    expect(resource.tfe_workspace[PAYMENTS]).toMatchObject({
      vcs_repo: { identifier: "acme/stacks", branch: "main", oauth_token_id: "ot-1" },
      working_directory: `out/prod/stacks/${PAYMENTS}`,
      trigger_patterns: [`/out/prod/stacks/${PAYMENTS}/**/*`],
      terraform_version: "1.11.4",
      auto_apply: true,
      auto_apply_run_trigger: true,
    });
  });

  test("is run by agents, and has tags", () => {
    const { resource } = stackOf(smallFleet(), { execution: "agent", agentPool: "apool-1", tags: { owner: "${x}" } });
    expect(resource.tfe_workspace_settings[PAYMENTS]).toMatchObject({
      execution_mode: "agent",
      agent_pool_id: "apool-1",
    });
    expect(resource.tfe_workspace[PAYMENTS].tags).toEqual({ owner: '${"$"}{x}' });
  });

  test("that keeps a state alone has nothing to run with", () => {
    const config = hubFleet({ "defaults.role": { arn: "arn:aws:iam::{account}:role/deploy", externalId: SECRET } });
    const { resource, variable } = stackOf(config, { execution: "local" });
    expect(resource.tfe_workspace[PAYMENTS]).toEqual({
      name: PAYMENTS,
      description: "Keywatch in payments-prod (111111111111), eu-west-1",
      project_id: "${data.tfe_project.project.id}",
      force_delete: false,
    });
    expect(resource.tfe_workspace_settings[PAYMENTS].execution_mode).toBe("local");
    expect(Object.keys(resource)).toEqual(["tfe_workspace", "tfe_workspace_settings"]);
    expect(variable).toBeUndefined();
  });

  test("stays while its account is retired", () => {
    const retired = [{ id: "444444444444", name: "closed", regions: ["eu-west-1"], trail: { logGroup: "trail" } }];
    const { resource } = stackOf(smallFleet({ retired }));
    expect(Object.keys(resource.tfe_workspace)).toEqual([PAYMENTS, "keywatch-444444444444-eu-west-1"]);
  });
});

describe("credentials of AWS", () => {
  const variables = (role: unknown): Raw => stackOf(layeredFleet({ "defaults.role": undefined }), { role }).resource;

  test("of one role are those of all workspaces, and there before them", () => {
    const { tfe_variable, tfe_variable_set, tfe_project_variable_set, tfe_workspace } = variables(
      "arn:aws:iam::999999999999:role/run",
    );
    const all = { category: "env", variable_set_id: "${tfe_variable_set.common.id}" };
    expect(tfe_variable).toEqual({
      common_env_TFC_AWS_PROVIDER_AUTH: { ...all, key: "TFC_AWS_PROVIDER_AUTH", value: "true" },
      common_env_TFC_AWS_RUN_ROLE_ARN: {
        ...all,
        key: "TFC_AWS_RUN_ROLE_ARN",
        value: "arn:aws:iam::999999999999:role/run",
      },
    });
    expect(tfe_variable_set.common).toEqual({
      name: "keywatch-workspaces",
      description: "What all workspaces of the fleet have.",
    });
    expect(tfe_project_variable_set.common).toEqual({
      project_id: "${data.tfe_project.project.id}",
      variable_set_id: "${tfe_variable_set.common.id}",
      depends_on: ["tfe_variable.common_env_TFC_AWS_PROVIDER_AUTH", "tfe_variable.common_env_TFC_AWS_RUN_ROLE_ARN"],
    });
    for (const workspace of Object.values<Raw>(tfe_workspace)) {
      expect(workspace.depends_on).toEqual(["tfe_project_variable_set.common"]);
    }
  });

  test("of roles in each account are each workspace's own, one to plan and one to apply", () => {
    const { tfe_variable } = variables({
      plan: "arn:{partition}:iam::{account}:role/plan",
      apply: "arn:aws:iam::{account}:role/apply",
    });
    expect(Object.keys(tfe_variable)).toHaveLength(1 + 2 * 3);
    const own = { category: "env", workspace_id: `\${tfe_workspace.${DATA}.id}` };
    expect(tfe_variable).toMatchObject({
      common_env_TFC_AWS_PROVIDER_AUTH: { value: "true" },
      [`${DATA}_TFC_AWS_PLAN_ROLE_ARN`]: {
        ...own,
        key: "TFC_AWS_PLAN_ROLE_ARN",
        value: "arn:aws:iam::222222222222:role/plan",
      },
      [`${DATA}_TFC_AWS_APPLY_ROLE_ARN`]: {
        ...own,
        key: "TFC_AWS_APPLY_ROLE_ARN",
        value: "arn:aws:iam::222222222222:role/apply",
      },
    });
  });
});

describe("secrets", () => {
  const config = layeredFleet({
    "defaults.role": { arn: "arn:aws:iam::{account}:role/keywatch-deploy", externalId: SECRET },
    "accounts[0].subscriptions": [
      { protocol: "https", endpoint: { fromEnv: "WEBHOOK" } },
      { protocol: "sms", endpoint: { fromEnv: "PHONE" } },
    ],
  });
  const { resource, variable, terraform } = stackOf(config);

  test("are given to the workspaces by this stack's own variables, which neither plan nor state keep", () => {
    expect(variable.WEBHOOK).toEqual({
      type: "string",
      description: "Given as TF_VAR_WEBHOOK.",
      nullable: false,
      sensitive: true,
      ephemeral: true,
    });
    expect(resource.tfe_variable.common_terraform_WEBHOOK).toEqual({
      key: "WEBHOOK",
      value_wo: "${var.WEBHOOK}",
      value_wo_version: 1,
      category: "terraform",
      sensitive: true,
      variable_set_id: "${tfe_variable_set.common.id}",
    });
    expect(terraform.required_version).toBe(">= 1.10.0, >= 1.11.0");
  });

  test("are written anew under another version", () => {
    const { tfe_variable } = stackOf(config, { secretsVersion: 2 }).resource;
    expect(tfe_variable.common_terraform_EXTERNAL_ID).toMatchObject({ value_wo_version: 2 });
  });

  test("are all that the stacks ask for, and nothing else", () => {
    const asked = Object.values(stacksOf(config)).flatMap((stack) => Object.keys(stack.variable ?? {}));
    expect(Object.keys(variable).sort()).toEqual([...new Set(asked)].sort());
    expect(Object.keys(resource.tfe_variable)).toEqual(
      ["EXTERNAL_ID", "PHONE", "WEBHOOK"].map((name) => `common_terraform_${name}`),
    );
  });
});

test("members of a hub run again once it was applied", () => {
  const { resource } = stackOf(hubFleet());
  const behind = (stack: string) => ({
    workspace_id: `\${tfe_workspace.${stack}.id}`,
    sourceable_id: `\${tfe_workspace.${SECURITY}.id}`,
  });
  expect(resource.tfe_run_trigger).toEqual({
    [`${PAYMENTS}_after_${SECURITY}`]: behind(PAYMENTS),
    [`${DATA}_after_${SECURITY}`]: behind(DATA),
  });
});

test("neither the order of accounts nor a new one changes what is there", () => {
  const config = hubFleet();
  const before = stackOf(config).resource;
  const [payments, data, security] = config.accounts;
  const newcomer = { id: "000000000001", name: "newcomer" };
  const { resource } = stackOf({ ...config, accounts: [security, newcomer, data, { ...payments, name: "renamed" }] });
  for (const type of ["tfe_workspace", "tfe_workspace_settings", "tfe_run_trigger"]) {
    expect(Object.keys(resource[type])).toEqual(expect.arrayContaining(Object.keys(before[type])));
  }
  expect(resource.tfe_workspace[DATA]).toEqual(before.tfe_workspace[DATA]);
  expect(resource.tfe_workspace[PAYMENTS]).toEqual({
    ...before.tfe_workspace[PAYMENTS],
    description: "Keywatch in renamed (111111111111), eu-west-1",
  });
});
