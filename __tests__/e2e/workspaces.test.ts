import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { changed, type Raw } from "../support/fleet";
import { type Environment, type Finished, run, TERRAFORM } from "./lab/command";
import { describeHcp } from "./lab/describe";
import { terraformEnvironment } from "./lab/environment";
import { newFolder } from "./lab/folder";

import { HCP_HOST, type Hcp, startHcp, withHcp } from "./lab/hcp";
import { inProject } from "./lab/paths";
import { tfeMirror } from "./lab/status";
import { Terraform } from "./lab/terraform";

jest.setTimeout(180_000);

const SECRET = "nobody-may-read-this";
const PAYMENTS = "keywatch-111111111111-eu-west-1";
const DATA = "keywatch-222222222222-eu-west-1";
const CLOSED = "keywatch-333333333333-eu-west-1";
const SECURITY = "keywatch-999999999999-eu-west-1";

const example: Raw = parse(readFileSync(inProject("examples/hcp/keywatch.config.yaml"), "utf8"));

describeHcp("the workspaces of HCP Terraform", () => {
  const folder = newFolder("workspaces");
  const stack = join(folder, "cdktf.out", "bootstrap", "stacks", "keywatch-workspaces");
  let hcp: Hcp;
  let env: Environment;

  const write = (changes: Raw) =>
    writeFileSync(
      join(folder, "config.json"),
      JSON.stringify(changed(example, { "state.hostname": HCP_HOST, $schema: undefined, ...changes })),
    );
  const bootstrap = (given = env): Promise<Finished> =>
    run(
      process.execPath,
      [inProject("bin/keywatch.js"), "bootstrap", "--auto-approve", "-c", "config.json"],
      { cwd: folder, env: given },
      [0, 1],
    );
  const names = () =>
    hcp
      .all("workspaces")
      .map(({ attributes }) => attributes.name)
      .sort();
  const workspace = (name: string) => hcp.one("workspaces", "name", name);

  beforeAll(async () => {
    hcp = await startHcp();
    env = { ...withHcp({ ...terraformEnvironment(), ...tfeMirror() }, hcp, folder), TF_VAR_EXTERNAL_ID: SECRET };
    write({});
    expect(await bootstrap()).toMatchObject({ code: 0, stderr: "" });
  });
  afterAll(() => hcp?.stop());

  test("are one for each stack and one for their own, in a project that was not there", () => {
    expect(hcp.all("projects").map(({ attributes }) => attributes.name)).toEqual(["keywatch"]);
    expect(names()).toEqual([PAYMENTS, DATA, CLOSED, SECURITY, "keywatch-workspaces"]);
    const [project] = hcp.all("projects");
    for (const { relationships } of hcp.all("workspaces")) expect(relationships.project.data.id).toBe(project?.id);
  });

  test("run what is committed for their stack, and their own runs where it is started", () => {
    expect(workspace(PAYMENTS).attributes).toMatchObject({
      "execution-mode": "remote",
      "setting-overwrites": { "execution-mode": true },
      "working-directory": `cdktf.out/stacks/${PAYMENTS}`,
      "trigger-patterns": [`/cdktf.out/stacks/${PAYMENTS}/**/*`],
      "vcs-repo": { identifier: "acme/keywatch-stacks", branch: "main" },
      "auto-apply": false,
    });
    expect(workspace("keywatch-workspaces").attributes).toMatchObject({ "execution-mode": "local" });
  });

  test("have the role of their runs and the secret, of which nothing stays behind", () => {
    const vars = hcp.all("vars").map(({ attributes: { key, value, category, sensitive = false } }) => ({
      key,
      value,
      category,
      sensitive,
    }));
    const [set] = hcp.all("varsets");
    expect(set?.relationships.projects.data).toMatchObject([{ id: hcp.all("projects")[0]?.id }]);
    expect(vars.sort((a, b) => (a.key < b.key ? -1 : 1))).toEqual([
      { key: "EXTERNAL_ID", value: SECRET, category: "terraform", sensitive: true },
      { key: "TFC_AWS_PROVIDER_AUTH", value: "true", category: "env", sensitive: false },
      {
        key: "TFC_AWS_RUN_ROLE_ARN",
        value: "arn:aws:iam::999999999999:role/keywatch-pipeline",
        category: "env",
        sensitive: false,
      },
    ]);
    expect(hcp.states().length).toBeGreaterThan(0);
    for (const text of [...textsBelow(join(folder, "cdktf.out")), ...hcp.states()]) expect(text).not.toContain(SECRET);
  });

  test("of members follow that of their hub", () => {
    const after = hcp.all("run-triggers").map(({ collection, relationships }) => [collection, relationships]);
    expect(after).toEqual(
      expect.arrayContaining(
        [PAYMENTS, DATA].map((member) => [
          `workspaces/${workspace(member).id}/run-triggers`,
          expect.objectContaining({ sourceable: { data: { type: "workspaces", id: workspace(SECURITY).id } } }),
        ]),
      ),
    );
    expect(after).toHaveLength(2);
  });

  test("are unchanged when nothing has changed, for whoever looks with plain Terraform", async () => {
    expect(await new Terraform(stack, env).planned()).toEqual([]);
  });

  test("stay as they are when accounts come and change places", async () => {
    const before = Object.fromEntries(hcp.all("workspaces").map(({ attributes, id }) => [attributes.name, id]));
    const newcomer = { id: "000000000001", name: "newcomer" };
    write({ accounts: [newcomer, ...[...example.accounts].reverse()] });
    const { code, stdout } = await bootstrap();
    expect(code).toBe(0);
    expect(stdout).toContain("3 to add, 0 to change, 0 to destroy");
    expect(Object.fromEntries(hcp.all("workspaces").map(({ attributes, id }) => [attributes.name, id]))).toEqual({
      ...before,
      "keywatch-000000000001-eu-west-1": workspace("keywatch-000000000001-eu-west-1").id,
    });
  });

  test("get the values of secrets anew under another version, and not before", async () => {
    const value = () => hcp.one("vars", "key", "EXTERNAL_ID").attributes.value;
    const changedSecret = { ...env, TF_VAR_EXTERNAL_ID: "another-secret" };
    write({});
    expect(await bootstrap(changedSecret)).toMatchObject({ code: 0 });
    expect(value()).toBe(SECRET);

    write({ "state.workspaces.secretsVersion": 2 });
    expect(await bootstrap(changedSecret)).toMatchObject({ code: 0 });
    expect(value()).toBe("another-secret");
  });

  test("that exist already are taken over by import, with their states", async () => {
    const name = "keywatch-444444444444-eu-west-1";
    const { id } = hcp.make("workspaces", "organizations/acme/workspaces", { name });
    write({
      accounts: [...example.accounts, { id: "444444444444", name: "older" }],
      "state.workspaces.secretsVersion": 2,
    });
    const refused = await bootstrap();
    expect(`${refused.stdout}${refused.stderr}`).toContain("Name has already been taken");

    await run(TERRAFORM, [`-chdir=${stack}`, "import", `tfe_workspace.${name}`, `acme/${name}`], { cwd: folder, env });
    expect(await bootstrap()).toMatchObject({ code: 0 });
    expect(workspace(name)).toMatchObject({ id, attributes: { "vcs-repo": { identifier: "acme/keywatch-stacks" } } });
  });

  test("are not deleted while their state holds anything", async () => {
    write({ retired: undefined, "state.workspaces.secretsVersion": 2 });
    hcp.set(CLOSED, { "resource-count": 3 });
    const refused = await bootstrap();
    expect(refused.code).toBe(1);
    expect(`${refused.stdout}${refused.stderr}`).toMatch(/has 3 resources under management/);
    expect(names()).toContain(CLOSED);

    hcp.set(CLOSED, { "resource-count": 0 });
    expect(await bootstrap()).toMatchObject({ code: 0 });
    expect(names()).not.toContain(CLOSED);
  });
});

/** All texts below a folder but for the provider's. */
function textsBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => !name.includes("providers"))
    .map((name) => join(folder, name))
    .filter((file) => statSync(file).isFile())
    .map((file) => readFileSync(file, "utf8"));
}
