import { parseArn, REGIONS } from "../../modules/aws";
import { type Changes, layeredFleet, type Raw } from "../support/fleet";
import { permissionsOf, rolesOf } from "../support/roles";
import { simulate } from "../support/simulate";

const PIPELINE = "arn:aws:iam::999999999999:role/keywatch-pipeline";

const idOf = (index: number): string => String(100_000_000_000 + index);
const ids = (count: number): string[] => Array.from({ length: count }, (_, index) => idOf(index));

/** A fleet of so many accounts, each with what a function says of it. */
const fleetOf = (count: number, further: (index: number) => object = () => ({}), changes: Changes = {}): Raw =>
  layeredFleet({
    accounts: ids(count).map((id, index) => ({ id, name: `account ${index}`, ...further(index) })),
    ...changes,
  });

const sizeOf = (document: object): number => JSON.stringify(document).length;

/** The statements of the pipeline's policies, policy by policy. */
const policiesOf = (config: Raw, ...args: readonly string[]) =>
  rolesOf(config, "pipeline", ...args).pipeline.policies.map(({ document }) => document);

/** Every role that a pipeline may enter, as its ARN. */
const enteredBy = (config: Raw): string[] =>
  policiesOf(config)
    .flatMap(({ Statement }) => Statement)
    .flatMap(({ Resource, Condition }) => {
      const accounts = Condition?.StringEquals?.["aws:ResourceAccount"];
      const arns = [Resource].flat();
      return accounts ? [accounts].flat().flatMap((id) => arns.map((arn) => arn.replace("*", id))) : arns;
    });

/** The roles in a fleet's accounts, each named by itself. */
const rolesIn = (count: number, deploy: (index: number) => string = () => "keywatch-deploy"): string[] =>
  ids(count).flatMap((id, index) =>
    [deploy(index), "keywatch-plan", "keywatch-audit"].map((name) => `arn:aws:iam::${id}:role/${name}`),
  );

describe("a pipeline that enters more accounts than a policy can name", () => {
  test("names its roles once, on condition that the account is one of the fleet's", () => {
    expect(policiesOf(fleetOf(100))).toEqual([
      {
        Version: "2012-10-17",
        Statement: [
          {
            Sid: "EnterAccounts",
            Effect: "Allow",
            Action: ["sts:AssumeRole"],
            Resource: [
              "arn:aws:iam::*:role/keywatch-deploy",
              "arn:aws:iam::*:role/keywatch-plan",
              "arn:aws:iam::*:role/keywatch-audit",
            ],
            Condition: { StringEquals: { "aws:ResourceAccount": ids(100) } },
          },
        ],
      },
    ]);
  });

  test("has the accounts dealt out where their ids are too many for one policy", () => {
    const statements = policiesOf(fleetOf(1000)).map(({ Statement }) => Statement);
    const accounts = ids(1000);
    expect(
      statements.map((ofPolicy) =>
        ofPolicy.map(({ Sid, Condition }) => [Sid, Condition?.StringEquals?.["aws:ResourceAccount"]]),
      ),
    ).toEqual([
      [["EnterAccounts1", accounts.slice(0, 390)]],
      [["EnterAccounts2", accounts.slice(390, 780)]],
      [["EnterAccounts3", accounts.slice(780)]],
    ]);
  });

  test("names roles that some accounts alone have for those accounts alone", () => {
    const config = fleetOf(100, (index) => (index < 50 ? {} : { role: `arn:aws:iam::{account}:role/own/deployer` }));
    const [, second] = policiesOf(config)[0]?.Statement ?? [];
    expect(policiesOf(config)[0]?.Statement.map(({ Resource }) => Resource)).toEqual([
      ["arn:aws:iam::*:role/keywatch-deploy"],
      ["arn:aws:iam::*:role/keywatch-plan", "arn:aws:iam::*:role/keywatch-audit"],
      ["arn:aws:iam::*:role/own/deployer"],
    ]);
    expect(second?.Condition).toEqual({ StringEquals: { "aws:ResourceAccount": ids(100) } });
  });

  test("names a role that one account alone has by its ARN", () => {
    const config = fleetOf(100, (index) => (index > 0 ? {} : { role: `arn:aws:iam::{account}:role/deployer` }));
    expect(policiesOf(config)[0]?.Statement.at(-1)).toEqual({
      Sid: "EnterAccounts3",
      Effect: "Allow",
      Action: ["sts:AssumeRole"],
      Resource: [`arn:aws:iam::${idOf(0)}:role/deployer`],
    });
  });

  const mixed = (index: number) => (index % 3 === 0 ? `deploy-${index % 7}` : "keywatch-deploy");

  test.each([10, 40, 100, 400, 1000])("of %d accounts may enter what it would by name, and can have it", (count) => {
    for (const name of [undefined, mixed]) {
      const config = fleetOf(count, (index) => (name ? { role: `arn:aws:iam::{account}:role/${name(index)}` } : {}));
      const policies = policiesOf(config);
      const sids = policies.flatMap(({ Statement }) => Statement.map(({ Sid }) => Sid));
      expect(enteredBy(config).sort()).toEqual(rolesIn(count, name).sort());
      expect(Math.max(...policies.map(sizeOf))).toBeLessThanOrEqual(6144);
      expect(policies.length).toBeLessThanOrEqual(10);
      expect(new Set(sids).size).toBe(sids.length);
    }
  });

  test("names every role by its ARN as long as they fit", () => {
    const named = policiesOf(fleetOf(38));
    expect([named.length, named[0]?.Statement[0]?.Resource]).toEqual([1, rolesIn(38)]);
    expect(sizeOf({ ...named[0], Statement: [{ ...named[0]?.Statement[0], Resource: rolesIn(42) }] })).toBeGreaterThan(
      6144,
    );
    expect(policiesOf(fleetOf(42))[0]?.Statement[0]?.Resource).toHaveLength(3);
  });

  describe("to IAM", () => {
    const policies = policiesOf(
      fleetOf(100, (index) => (index < 50 ? {} : { role: "arn:aws:iam::{account}:role/deployer" })),
    );
    /** What IAM answers to who asks for a role that lets everybody of the pipeline's account in. */
    const answer = (resource: string) => {
      const owner = parseArn(resource)?.accountId ?? "";
      const trust = {
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Principal: { AWS: PIPELINE }, Action: "sts:AssumeRole" }],
      };
      const context = { "aws:ResourceAccount": owner };
      return simulate(trust, { principal: PIPELINE, action: "sts:AssumeRole", resource, owner, context, policies });
    };

    test.each([
      ["a role of the fleet", idOf(7), "keywatch-deploy", "Allowed"],
      ["another job's in the same account", idOf(7), "keywatch-drill", "ImplicitlyDenied"],
      ["one that other accounts have", idOf(7), "deployer", "ImplicitlyDenied"],
      ["one of a name of its own", idOf(70), "deployer", "Allowed"],
      ["one under another path", idOf(7), "other/keywatch-deploy", "ImplicitlyDenied"],
      ["one of an account that is not the fleet's", "222222222222", "keywatch-deploy", "ImplicitlyDenied"],
    ])("%s", async (_, account, name, expected) => {
      await expect(answer(`arn:aws:iam::${account}:role/${name}`)).resolves.toBe(expected);
    });
  });
});

test("a policy that IAM would refuse is split, and said so", () => {
  const regions = [...REGIONS.values()].filter(({ partition }) => partition === "aws").map(({ name }) => name);
  const wide = fleetOf(1, undefined, { "defaults.regions": regions });
  const { out, err } = permissionsOf(wide, "deploy", "--account", idOf(0));
  const [{ policies }] = JSON.parse(out).roles;
  expect(err).toBe("keywatch-deploy needs 4 policies: IAM takes at most 6,144 characters in one.\n");
  for (const { document } of policies) expect(sizeOf(document)).toBeLessThanOrEqual(6144);
  expect(policies.map(({ name }: { name: string }) => name)).toEqual([
    "keywatch-deploy",
    "keywatch-deploy-2",
    "keywatch-deploy-3",
    "keywatch-deploy-4",
  ]);
});

test.each(["deploy", "plan", "audit", "drill", "discover", "bootstrap"] as const)(
  "the %s role is as large for a thousand accounts as for one",
  (kind) => {
    const state = { type: "s3", bucket: "states", region: "eu-west-1", bootstrap: { account: "999999999999" } };
    const roleFor = (count: number) => rolesOf(fleetOf(count, undefined, { state }), kind)[kind];
    expect(roleFor(1000)).toEqual(roleFor(1));
  },
);

describe("a role that IAM would refuse is not written", () => {
  const ownLogGroups = fleetOf(500, (index) => ({ trail: { logGroup: `/aws/cloudtrail/logs-of-account-${index}` } }));
  const ownSecrets = fleetOf(100, (index) => ({
    role: { arn: "arn:aws:iam::{account}:role/keywatch-deploy", externalId: `secret of account ${index}` },
  }));
  const trust = ["--trust", PIPELINE];

  test.each([
    [
      "a pipeline of more accounts than ten policies hold",
      fleetOf(4000),
      ["pipeline"],
      "error: keywatch-pipeline would need 11 managed policies, and IAM attaches 10 to a role.\n" +
        "  to mend it: Give parts of the fleet configs of their own, each with a pipeline for its accounts alone.\n",
    ],
    [
      "one role for accounts that have little in common",
      ownLogGroups,
      ["deploy"],
      "error: keywatch-deploy would need 14 managed policies, and IAM attaches 10 to a role.\n" +
        "  to mend it: Write each account's own with --account.\n",
    ],
    [
      "one trust policy with the external ids of many accounts",
      ownSecrets,
      ["deploy", ...trust],
      "error: The trust policy of keywatch-deploy would have 2,509 characters, and IAM takes 2,048.\n" +
        "  to mend it: Name fewer with --trust; where accounts have external ids of their own, write each account's role with --account.\n",
    ],
  ])("%s", (_, config, args, err) => {
    expect(permissionsOf(config, ...args)).toEqual({ code: 2, out: "", err });
  });

  test("its account's own is", () => {
    expect(permissionsOf(ownLogGroups, "deploy", "--account", idOf(3)).code).toBe(0);
    expect(permissionsOf(ownSecrets, "deploy", ...trust, "--account", idOf(3)).code).toBe(0);
  });
});
