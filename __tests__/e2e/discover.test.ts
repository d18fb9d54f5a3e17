import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { Discovery } from "../../modules/cli/discover/result";
import { keywatchAsync, type Ran } from "../support/keywatch";
import { run } from "./lab/command";
import { describeLab } from "./lab/describe";
import { type Emulator, startEmulator } from "./lab/emulator";
import { type FaultProxy, startFaultProxy } from "./lab/fault-proxy";
import { newFolder } from "./lab/folder";
import { inProject } from "./lab/paths";
import { pipeline } from "./support/fleet";
import { foundOrganization, makeTrail, type Organization, owner, type TrailChanges } from "./support/organization";

const ROLE = "arn:aws:iam::{account}:role/keywatch-audit";

/** Trails that will not do, by their names: what is amiss, and how it is told. */
const UNSUITABLE: Readonly<Record<string, readonly [TrailChanges, string]>> = {
  regional: [{ multiRegion: false }, "It records eu-west-1 alone."],
  stopped: [{ logs: false }, "It does not log."],
  "data-only": [
    { selector: { IncludeManagementEvents: false } },
    "It does not record all management events: its selector leaves management events out.",
  ],
  "write-only": [
    { selector: { ReadWriteType: "WriteOnly" } },
    "It does not record all management events: its selector records WriteOnly.",
  ],
  "kms-excluded": [
    { selector: { ExcludeManagementEventSources: ["kms.amazonaws.com"] } },
    "It leaves out the events of KMS.",
  ],
  "bucket-only": [{ logGroupOf: null }, "It writes to no log group."],
  lent: [{ logGroupOf: owner }, `Its log group lies in account ${owner}.`],
};

jest.setTimeout(180_000);

describeLab("the discovery of an organization", () => {
  const file = join(newFolder("discover"), "keywatch.config.yaml");
  const begun = `\
# The fleet of ACME.
name:   keywatch   # oddly spaced
defaults:
  role: arn:aws:iam::{account}:role/keywatch-deploy
  subscriptions: [{ protocol: email, endpoint: security@acme.example }]
accounts:
  # whoever runs the others
  - { id: "${owner}",  name: management, regions: [eu-west-1], trail: { logGroup: company/events, organization: true } } # by hand
`;
  let aws: Emulator;
  let proxy: FaultProxy;
  let organization: Organization;
  let ids: Readonly<Record<"payments" | "data" | "sandbox" | "locked" | "sold", string>>;

  const discover = (...args: readonly string[]): Promise<Ran> =>
    keywatchAsync(["discover", "--config", file, ...args], process.env);
  const found = async (...args: readonly string[]): Promise<Discovery> =>
    JSON.parse((await discover("--json", ...args)).out);
  const standings = ({ accounts }: Discovery) =>
    Object.fromEntries(accounts.map(({ account, standing }) => [account.id, standing]));

  beforeAll(async () => {
    aws = await startEmulator({ kind: "moto" });
    proxy = await startFaultProxy(aws.url);
    Object.assign(process.env, pipeline(aws), { AWS_ENDPOINT_URL: proxy.url });
    organization = await foundOrganization(aws);
    const [payments, data, sandbox, locked, sold] = (await Promise.all(
      ["payments", "data", "sandbox", "locked", "sold"].map(organization.join),
    )) as [string, string, string, string, string];
    ids = { payments, data, sandbox, locked, sold };
    await organization.close(sold);
    await makeTrail(aws, owner, "company", { organization: true });
    await makeTrail(aws, payments, "good");
    for (const [name, [changes]] of Object.entries(UNSUITABLE)) await makeTrail(aws, payments, name, changes);
    await makeTrail(aws, data, "american", { region: "us-east-1" });
    await makeTrail(aws, locked, "locked");
    writeFileSync(file, begun);
  });
  beforeEach(() =>
    proxy.misbehave("refuses", ({ action, account }) => action === "AssumeRole" && account === ids.locked),
  );
  afterEach(() => proxy.calm());
  afterAll(() => {
    proxy?.stop();
    return aws?.stop();
  });

  test("finds what every active account has, names from the organization, and tells who did not answer", async () => {
    const discovery = await found("--organization", "--role", ROLE);
    expect(standings(discovery)).toEqual({
      [owner]: "listed",
      [ids.payments]: "new",
      [ids.data]: "new",
      [ids.sandbox]: "none",
      [ids.locked]: "unknown",
    });
    const of = (id: string) => discovery.accounts.find(({ account }) => account.id === id);
    expect(of(ids.payments)?.entry).toEqual({
      id: ids.payments,
      name: "payments",
      regions: ["eu-west-1"],
      trail: { logGroup: "good/events" },
    });
    expect(of(ids.data)?.entry).toMatchObject({ regions: ["us-east-1"], trail: { logGroup: "american/events" } });
    expect(of(ids.locked)).toMatchObject({ trails: [], fault: { kind: "denied" } });
    expect(discovery.complete).toBe(false);
  });

  test("says of every other trail why it will not do", async () => {
    const { accounts } = await found("--account", ids.payments);
    const told = accounts.flatMap(({ trails }) => trails).filter(({ reasons }) => reasons.length > 0);
    expect(Object.fromEntries(told.map(({ arn, reasons }) => [arn.split("/")[1], reasons]))).toEqual(
      Object.fromEntries(Object.entries(UNSUITABLE).map(([name, [, reason]]) => [name, [reason]])),
    );
  });

  test("sees a trail of one region from that region alone", async () => {
    const arns = async (...regions: readonly string[]) =>
      (await found("--account", ids.payments, "--regions", ...regions)).accounts.flatMap(({ trails }) =>
        trails.map(({ arn }) => arn.split("/")[1]),
      );
    expect(await arns("eu-central-1")).not.toContain("regional");
    expect(await arns("eu-central-1", "eu-west-1")).toContain("regional");
  });

  test("adds the new accounts to the config, which is valid then, and touches nothing else", async () => {
    const { code, out } = await discover("--organization", "--write");
    expect(code).toBe(1); // one account did not answer, another has no trail
    expect(out).toContain(`2 accounts added to ${file}. Next: npx keywatch validate`);
    const text = readFileSync(file, "utf8");
    expect(text.startsWith(begun)).toBe(true);
    expect(text.slice(begun.length).split("\n").sort()).toEqual(
      [
        "",
        `  - { id: "${ids.payments}", name: payments, regions: [ eu-west-1 ], trail: { logGroup: good/events } }`,
        `  - { id: "${ids.data}", name: data, regions: [ us-east-1 ], trail: { logGroup: american/events } }`,
      ].sort(),
    );
    expect((await keywatchAsync(["validate", "--config", file])).code).toBe(0);
  });

  test("leaves the config as it is, to the byte, when nothing is new", async () => {
    const before = readFileSync(file);
    const { out } = await discover("--organization", "--write");
    expect(out).toContain(`Nothing to add to ${file}: it stays as it is.`);
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(await discover()).toMatchObject({
      code: 0,
      out: expect.stringContaining("3 accounts looked at: 3 as the config has it.\n"),
    });
  });

  test("keeps the entry of an account that does not answer, and tells one that differs", async () => {
    const text = readFileSync(file, "utf8").replace("american/events", "old");
    const changed = `${text}  - { id: "${ids.locked}", name: locked, regions: [eu-west-1], trail: { logGroup: locked/events } }\n`;
    const other = join(newFolder("discover"), "keywatch.config.yaml");
    writeFileSync(other, changed);
    const ran = await keywatchAsync(["discover", "--config", other, "--write"], process.env);
    expect(ran.code).toBe(1);
    expect(ran.out).toContain(`${ids.locked} locked\n  AccessDenied: by the test\n`);
    expect(ran.out).toContain("2 as the config has it, 1 differs from the config, 1 could not be asked.");
    expect(ran.out).toContain("The result is partial");
    expect(readFileSync(other, "utf8")).toBe(changed);
  });

  test("tells of accounts that are no more in the organization, and never removes them", async () => {
    await organization.close(ids.data);
    const before = readFileSync(file, "utf8");
    const { code, out } = await discover("--organization", "--write");
    expect(code).toBe(1);
    expect(out).toContain(`Move their entries from \`accounts\` to \`retired\``);
    expect(out).toContain(`\n  ${ids.data} data\n`);
    expect(readFileSync(file, "utf8")).toBe(before);
  });

  test("begins a list of accounts where there is no config, for a program to import", async () => {
    const cwd = newFolder("discover");
    const args = ["discover", "--organization", "--role", ROLE, "--regions", "eu-west-1", "--write", "accounts.json"];
    const { stdout, stderr } = await run(
      process.execPath,
      [inProject("bin/keywatch.js"), ...args],
      { cwd, env: { ...pipeline(aws), AWS_ENDPOINT_URL: proxy.url } },
      [1],
    );
    expect(stderr).not.toContain("error");
    expect(stdout).toContain("accounts added to accounts.json.");
    const list = parse(readFileSync(join(cwd, "accounts.json"), "utf8"));
    expect(list).toContainEqual({
      id: ids.payments,
      name: "payments",
      regions: ["eu-west-1"],
      trail: { logGroup: "good/events" },
    });
    writeFileSync(
      join(cwd, "keywatch.config.ts"),
      'import accounts from "./accounts.json";\nexport default { name: "keywatch", accounts };\n',
    );
    const { code } = await keywatchAsync(["validate", "--config", join(cwd, "keywatch.config.ts")]);
    expect(code).toBe(0);
  });

  test("where the organization cannot be listed, tells who could, and writes nothing", async () => {
    proxy.misbehave("refuses", ({ action }) => action === "ListAccounts");
    const before = readFileSync(file, "utf8");
    const { code, out, err } = await discover("--organization", "--write");
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).toMatch(
      /^The accounts of the organization could not be listed: .*\n {2}to mend it: .*--organization <role>/,
    );
    expect(readFileSync(file, "utf8")).toBe(before);
  });
});
