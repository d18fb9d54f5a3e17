import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { PutObjectCommand } from "@aws-sdk/client-s3";
import type { Existing } from "../../modules/cli/preflight";
import { type Claim, KINDS } from "../../modules/cli/preflight/claim";
import { claimsOf } from "../../modules/cli/preflight/claims";
import type { Target } from "../../modules/fleet";
import { type Changes, changed } from "../support/fleet";
import { keywatchAsync } from "../support/keywatch";
import { targetsOf } from "../support/targets";
import { type Account, openAccount } from "./lab/accounts";
import { describeLab } from "./lab/describe";
import { type Emulator, startEmulator } from "./lab/emulator";
import { newFolder } from "./lab/folder";
import { makeByHand } from "./support/by-hand";
import {
  bucket,
  data,
  fleetConfig,
  logGroup,
  management,
  payments,
  pipeline,
  prepareState,
  prepareTarget,
} from "./support/fleet";

const fleet = {
  accounts: [
    { id: payments, name: "payments" },
    { id: data, name: "data" },
  ],
};
const stackId = `keywatch-${payments}-eu-west-1`;
const there = {
  "aws_cloudwatch_log_metric_filter.cis_4_7": "KMSCustomerKeyDisableOrDeleteEvents",
  "aws_cloudwatch_metric_alarm.cis_4_7": "KMSCustomerKeyDisableOrDeleteAlarm",
  "aws_sns_topic.alerts": `arn:aws:sns:eu-west-1:${payments}:KMSCustomerKeyEvents`,
};

/** Stacks that make by name all that any stack makes so, between them. */
const STACKS: readonly (readonly [string, Changes])[] = [
  ["a hub", { "defaults.fastPath": true, "accounts[1].topic": { hub: payments } }],
  ["a member", { "defaults.fastPath": true, "accounts[0].topic": { hub: data } }],
  ["a watched alert path", { "accounts[0].liveness": true, "accounts[0].dashboard": true }],
  ["a trail of its own", { "accounts[0].trail": { create: {} } }],
];

jest.setTimeout(120_000);

describeLab("a look for what a deploy would overwrite", () => {
  let aws: Emulator;
  let account: Account;

  const run = (changes: Changes, ...args: string[]) => {
    const file = join(newFolder("preflight"), "keywatch.config.json");
    writeFileSync(file, JSON.stringify(changed(fleetConfig(aws, fleet), changes)));
    return keywatchAsync(["preflight", "--config", file, ...args], process.env);
  };
  const found = async (changes: Changes) => {
    const [first, second] = JSON.parse((await run(changes, "--json")).out);
    expect(second).toEqual({ stackId: `keywatch-${data}-eu-west-1`, existing: [] });
    return first;
  };

  const target = (changes: Changes): Target =>
    targetsOf(changed(fleetConfig(aws, fleet), changes)).find((one) => one.stackId === stackId) as Target;
  const claims = (changes: Changes): Claim[] => claimsOf(target(changes));
  const addresses = (some: readonly { readonly address: string }[]) => some.map(({ address }) => address);

  beforeAll(async () => {
    aws = await startEmulator({ kind: "ministack" });
    Object.assign(process.env, pipeline(aws));
    await prepareState(aws);
    account = await prepareTarget(aws, { account: payments, region: "eu-west-1" });
    await prepareTarget(aws, { account: data, region: "eu-west-1" });
    await makeByHand(account, claims({}), logGroup);
  });
  afterAll(() => aws?.stop());

  test("finds filter, alarm and topic of the same names, and tells the line that takes them over", async () => {
    const { existing } = await found({});
    expect(Object.fromEntries(existing.map(({ address, name }: Existing) => [address, name]))).toEqual(there);
    const { code, out } = await run({});
    expect(code).toBe(1);
    expect(out).toContain("  to take it over instead: adopt: [filter, alarm, topic]\n");
    expect(out).toMatch(/2 targets looked at: 3 resources there already\.\n$/);
  });

  test("finds nothing where the config takes over what is there", async () => {
    expect(await found({ "accounts[0].adopt": ["filter", "alarm", "topic"] })).toEqual({ stackId, existing: [] });
    expect(await run({ "accounts[0].adopt": ["filter", "alarm", "topic"] })).toMatchObject({ code: 0 });
  });

  test.each(STACKS)("finds all that the stack of %s would make by a name that is taken", async (_, changes) => {
    const wanted = claims(changes);
    const before = addresses((await found(changes)).existing);
    await makeByHand(
      account,
      wanted.filter(({ address }) => !before.includes(address)),
      target(changes).trail?.logGroup ?? "",
    );
    expect(before.length).toBeLessThan(wanted.length);
    expect(addresses((await found(changes)).existing)).toEqual(addresses(wanted));
  });

  test("knows every kind of name by one of these stacks", () => {
    const kinds = STACKS.flatMap(([, changes]) => claims(changes).map(({ what }) => what));
    expect([...new Set(kinds)].sort()).toEqual(Object.keys(KINDS).sort());
  });

  test("cannot tell whose it is where the state cannot be read", async () => {
    const { existing } = await found({ state: { type: "hcp", organization: "acme" } });
    expect(existing).toHaveLength(3);
    expect(existing).toEqual(existing.map((one: Existing) => ({ ...one, stateRead: false })));
  });

  test("finds only what the stack's state does not hold", async () => {
    await putState(["aws_cloudwatch_log_metric_filter", "cis_4_7"], ["aws_sns_topic", "alerts"]);
    const { existing } = await found({});
    expect(existing).toMatchObject([
      { address: "aws_cloudwatch_metric_alarm.cis_4_7", stateRead: true, adopt: "alarm" },
    ]);
  });

  async function putState(...addresses: readonly (readonly [string, string])[]): Promise<void> {
    const resources = addresses.map(([type, name]) => ({
      mode: "managed",
      type,
      name,
      instances: [{ attributes: {} }],
    }));
    const Key = `keywatch/${payments}/eu-west-1.tfstate`;
    const { s3 } = openAccount(aws, management);
    await s3.send(new PutObjectCommand({ Bucket: bucket, Key, Body: JSON.stringify({ version: 4, resources }) }));
  }
});
