import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { DeleteObjectCommand, ListObjectsV2Command, PutObjectCommand } from "@aws-sdk/client-s3";
import type { Outcome } from "../../modules/cli/deploy";
import { type Account, openAccount } from "../e2e/lab/accounts";
import { type Environment, type Running, run, start, TERRAFORM } from "../e2e/lab/command";
import { describeEngines } from "../e2e/lab/describe";
import { type Emulator, startEmulator } from "../e2e/lab/emulator";
import { type Fault, type FaultyAws, startFaults } from "../e2e/lab/faults";
import { newFolder } from "../e2e/lab/folder";
import { createLogGroup } from "../e2e/lab/ground";
import { readAlarms, readMetricFilters, readTopics } from "../e2e/lab/holdings";
import { inProject, projectRoot } from "../e2e/lab/paths";
import { bucket, fleetConfig, logGroup, management, pipeline, prepareState } from "../e2e/support/fleet";

/** How many stacks are rolled out by Terraform, and by another engine. */
const [SIZE, SMALL] = [40, 12];
const region = management.region;
const hub = "100000000000";
const canaries = ["200000000000", "200000000001"];
/** Accounts that something happens to; all are in the last wave, and far from its beginning. */
const [throttledEarly, throttledLate, forbidden, held] = [
  "300000000000",
  "300000000001",
  "300000000002",
  "300000000003",
] as const;
const slowLogGroup = "throttled-trail";

/** The accounts beside the hub in a fleet of so many stacks. */
const membersOf = (size: number): readonly string[] => [
  ...canaries,
  ...Array.from({ length: size - 7 }, (_, index) => String(210000000000 + index)),
  ...[throttledEarly, throttledLate, forbidden, held],
];

const stackOf = (account: string) => `keywatch-${account}-${region}`;
const lockOf = (account: string) => `keywatch/${account}/${region}.tfstate.tflock`;

const fleetOf = (members: readonly string[]) => ({
  rollout: { waves: [{ name: "canaries", accounts: canaries }] },
  defaults: { topic: { hub }, subscriptions: undefined },
  accounts: [
    {
      id: hub,
      name: "security",
      topic: {},
      controls: { "cis-4.7": false },
      subscriptions: [{ protocol: "email", endpoint: "security@acme.example" }],
    },
    ...members.map((id) => ({
      id,
      name: `account-${id}`,
      ...(id === throttledLate ? { trail: { logGroup: slowLogGroup } } : {}),
    })),
  ],
});

const assumes =
  (account: string): Fault["strikes"] =>
  ({ body }) =>
    body.includes("Action=AssumeRole") && body.includes(`:${account}:role/`);

/** Terraform's own retries end after three attempts; four strikes therefore reach Keywatch. */
const FAULTS: readonly Fault[] = [
  { strikes: assumes(throttledEarly), code: "Throttling", times: 4 },
  {
    strikes: ({ action, body }) => action.endsWith("PutMetricFilter") && body.includes(slowLogGroup),
    code: "ThrottlingException",
    times: 4,
  },
  { strikes: assumes(forbidden), code: "AccessDenied" },
];

/** A lock as Terraform writes it. */
const FOREIGN_LOCK = {
  ID: "7d2cf1a4-1f3b-4f5e-9b0a-2a7f0f4a9c11",
  Operation: "OperationTypeApply",
  Info: "",
  Who: "ops@laptop",
  Version: "1.11.4",
  Created: "2026-11-24T10:11:12.345Z",
  Path: `${bucket}/keywatch/${held}/${region}.tfstate`,
};

interface Report {
  readonly code: number | null;
  readonly stacks: ReadonlyMap<string, Outcome>;
}

jest.setTimeout(900_000);

describeEngines("a rollout with failures", (engine) => {
  const size = engine === TERRAFORM ? SIZE : SMALL;
  const members = membersOf(size);
  const folder = newFolder("rollout");
  let aws: Emulator;
  let faulty: FaultyAws;
  let env: Environment;
  let states: Account;
  const doneBeforeKill = new Set<string>();
  let killed: readonly string[];
  let second: Report;

  const deploying = (...args: readonly string[]): Running =>
    start(
      process.execPath,
      [
        inProject("bin/keywatch.js"),
        "deploy",
        ...["-c", join(folder, "fleet.json"), "-o", join(folder, "cdktf.out"), "--parallelism", "2"],
        ...args,
      ],
      { cwd: projectRoot, env },
    );
  const deploy = async (...args: readonly string[]): Promise<Report> => {
    const { code, stdout } = await deploying(...args, "--json", "--lock-timeout", "1").finished;
    const { stacks }: { readonly stacks: readonly Outcome[] } = JSON.parse(stdout);
    return { code, stacks: new Map(stacks.map((outcome) => [outcome.stack, outcome])) };
  };
  const keysEnding = async (ending: string) => {
    const { Contents = [] } = await states.s3.send(new ListObjectsV2Command({ Bucket: bucket }));
    return Contents.flatMap(({ Key = "" }) => (Key.endsWith(ending) ? [Key] : []));
  };
  const madeIn = async (account: string) => {
    const at = openAccount(aws, { account, region });
    const made = await Promise.all([readMetricFilters(at), readAlarms(at), readTopics(at)]);
    return made.map(({ length }) => length);
  };

  beforeAll(async () => {
    aws = await startEmulator({ kind: "ministack" });
    faulty = await startFaults(aws.url);
    env = { ...pipeline(aws), AWS_ENDPOINT_URL: faulty.url, TERRAFORM_BINARY_NAME: engine };
    states = openAccount(aws, management);
    await prepareState(aws);
    for (const account of members) {
      await createLogGroup(openAccount(aws, { account, region }), account === throttledLate ? slowLogGroup : logGroup);
    }
    writeFileSync(join(folder, "fleet.json"), JSON.stringify(fleetConfig(aws, fleetOf(members))));
  });
  afterAll(async () => {
    await faulty?.stop();
    await aws?.stop();
  });

  test("is killed in the middle: what was told as applied is there, and what was under way stays locked", async () => {
    const first = deploying("--yes");
    await first.says(new RegExp(`Deploying wave 2, ${size >> 2} of`));
    const { stderr } = await first.kill();
    for (const [, stack = ""] of stderr.matchAll(/(keywatch-\S+) is applied/g)) doneBeforeKill.add(stack);
    killed = (await keysEnding(".tflock")).map((key) => key.split("/")[1] ?? "");

    expect(doneBeforeKill.size).toBeGreaterThanOrEqual(size >> 2);
    for (const account of canaries) expect(doneBeforeKill).toContain(stackOf(account));
    for (const account of members.filter((id) => doneBeforeKill.has(stackOf(id)))) {
      expect(await madeIn(account)).toEqual([1, 1, 0]);
      expect(killed).not.toContain(account);
    }
  });

  describe("and goes on, with accounts that are throttled, forbidden and locked", () => {
    let strikes: readonly { readonly struck: number }[];

    beforeAll(async () => {
      await states.s3.send(
        new PutObjectCommand({ Bucket: bucket, Key: lockOf(held), Body: JSON.stringify(FOREIGN_LOCK) }),
      );
      strikes = faulty.inject(FAULTS);
      second = await deploy("--yes");
    });

    test("fails, with an outcome for every stack", () => {
      expect(second.code).toBe(1);
      expect([...second.stacks.keys()].sort()).toEqual([hub, ...members].map(stackOf).sort());
      expect(strikes.map(({ struck }) => struck)).toEqual([4, 4, expect.any(Number)]);
    });

    test("names who is forbidden, and touches nothing there", async () => {
      expect(second.stacks.get(stackOf(forbidden))).toMatchObject({ status: "failed", failure: { kind: "denied" } });
      expect(await madeIn(forbidden)).toEqual([0, 0, 0]);
    });

    test("names who holds each lock, and leaves the lock", async () => {
      expect(second.stacks.get(stackOf(held))).toMatchObject({
        status: "failed",
        failure: {
          kind: "locked",
          message: `The state is locked by ops@laptop since ${FOREIGN_LOCK.Created.replace("T", " ").replace("Z", " +0000 UTC")} for apply, lock ${FOREIGN_LOCK.ID}.`,
        },
      });
      for (const account of killed) {
        expect(second.stacks.get(stackOf(account))).toMatchObject({ status: "failed", failure: { kind: "locked" } });
      }
      expect((await keysEnding(".tflock")).sort()).toEqual([...killed, held].map(lockOf).sort());
    });

    test("deploys all others, those that were throttled too, and counts what it made", async () => {
      const troubled = new Set([forbidden, held, ...killed]);
      const made = { added: 2, changed: 0, destroyed: 0, imported: 0 };
      for (const account of members.filter((id) => !troubled.has(id))) {
        const stack = stackOf(account);
        expect(second.stacks.get(stack)).toEqual(
          doneBeforeKill.has(stack) ? { stack, status: "unchanged" } : { stack, status: "applied", changes: made },
        );
        expect(await madeIn(account)).toEqual([1, 1, 0]);
      }
    });
  });

  test("ends complete once the account is allowed and the locks are broken as told, with nothing doubled and nothing lost", async () => {
    faulty.inject([]);
    await states.s3.send(new DeleteObjectCommand({ Bucket: bucket, Key: lockOf(held) }));
    for (const account of killed) {
      const outcome = second.stacks.get(stackOf(account));
      const remedy = outcome?.status === "failed" ? outcome.failure.remedy : "";
      const [command = "false"] = /\S+ -chdir=\S+ force-unlock \S+/.exec(remedy) ?? [];
      await run("sh", ["-c", command.replace("force-unlock", "force-unlock -force")], { cwd: projectRoot, env });
    }

    const open = [forbidden, held, ...killed];
    const planned = await deploy("--plan", ...open);
    const applied = await deploy("--apply-plans", ...open);
    expect([planned.code, applied.code]).toEqual([0, 0]);
    for (const [stack, outcome] of applied.stacks) {
      const plan = planned.stacks.get(stack);
      expect(outcome).toEqual(plan?.status === "planned" ? { ...plan, status: "applied" } : plan);
    }
    for (const account of [forbidden, held]) {
      expect(applied.stacks.get(stackOf(account))).toMatchObject({ status: "applied", changes: { added: 2 } });
    }

    const last = await deploy("--yes");
    expect(last.code).toBe(0);
    expect([...last.stacks.values()].filter(({ status }) => status !== "unchanged")).toEqual([]);
    expect(last.stacks.size).toBe(size);
    expect(await keysEnding(".tflock")).toEqual([]);
    expect((await keysEnding(".tfstate")).length).toBe(size);
    for (const account of members) expect(await madeIn(account)).toEqual([1, 1, 0]);
    expect(await madeIn(hub)).toEqual([0, 0, 1]);
  });
});
