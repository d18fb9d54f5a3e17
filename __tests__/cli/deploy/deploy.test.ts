import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { hubFleet } from "../../support/fleet";
import { applies, breaks, onGround, plans } from "./rollout";

const [payments, data, hub] = [
  "keywatch-111111111111-eu-west-1",
  "keywatch-222222222222-eu-west-1",
  "keywatch-999999999999-eu-west-1",
] as const;
const fleet = hubFleet();
const inWaves = hubFleet({ rollout: { waves: [{ name: "canary", accounts: ["111111111111"] }] } });
const none = { added: 0, changed: 0, destroyed: 0, imported: 0 };
const added = (number: number) => ({ ...none, added: number });

describe("keywatch deploy --yes", () => {
  test("applies each stack at once, the hub first, and says what changed where", () =>
    onGround(fleet, async ({ plays, deploy, journal }) => {
      plays({ [hub]: { apply: [{ messages: applies(3) }] }, [payments]: { apply: [{ messages: applies(2) }] } });
      const { code, out, err } = await deploy(["--yes"]);
      expect(code).toBe(0);
      expect(journal().slice(0, 4)).toEqual([
        `begin ${hub} init -json -input=false`,
        `end ${hub} init`,
        `begin ${hub} apply -json -input=false -auto-approve -lock-timeout=60s`,
        `end ${hub} apply`,
      ]);
      expect(out).toBe(`STACK                            RESULT   ADDED  CHANGED  DESTROYED  IMPORTED
keywatch-111111111111-eu-west-1  applied  2      0        0          0
keywatch-999999999999-eu-west-1  applied  3      0        0          0

3 stacks: 2 applied, 1 unchanged; 5 added.
`);
      expect(err.split("\n")[0]).toBe(`Deploying wave 1, 1 of 3: ${hub} is applied: 3 added`);
    }));

  test("goes on past a stack that fails, and tells why and what it had made", () =>
    onGround(fleet, async ({ plays, deploy, stack }) => {
      plays({
        [payments]: {
          apply: [breaks(4, 2, "api error AccessDenied: User is not authorized to perform: sns:CreateTopic")],
        },
        [data]: { apply: [{ messages: applies(1) }] },
      });
      const { code, out } = await deploy(["--yes"]);
      expect(code).toBe(1);
      expect(
        out,
      ).toContain(`${payments} failed in apply: aws_sns_topic.alerts: It broke: api error AccessDenied: User is not authorized to perform: sns:CreateTopic
  Before that: 2 added.
  Give the role what docs/iam lists, and let the caller assume it.
`);
      expect(out).toMatch(/\n3 stacks: 1 applied, 1 unchanged, 1 failed; 3 added\.\n$/);
      expect(readFileSync(path.join(stack(payments), "keywatch.log"), "utf8")).toContain("AccessDenied");
    }));

  test("leaves out the members of a hub that failed", () =>
    onGround(fleet, async ({ plays, deploy, journal }) => {
      plays({ [hub]: { init: [breaks(0, 0, "no")] } });
      const { code, out } = await deploy(["--yes"]);
      expect(code).toBe(1);
      expect(out).toContain(`${payments} and 1 more were skipped: ${hub}, which comes before it, was not deployed.`);
      expect(journal()).toEqual([`begin ${hub} init -json -input=false`, `end ${hub} init`]);
    }));

  test("starts no later wave once a stack of an earlier one failed", () =>
    onGround(inWaves, async ({ plays, outcomes }) => {
      plays({ [payments]: { apply: [breaks(1, 0, "no")] } });
      expect(await outcomes(["--yes"])).toMatchObject([
        { stack: payments, status: "failed" },
        { stack: hub, status: "unchanged" },
        { stack: data, status: "skipped", reason: `${payments}, which is in an earlier wave, was not deployed` },
      ]);
    }));

  test("--fail-fast starts nothing more once a stack failed", () =>
    onGround(fleet, async ({ plays, outcomes }) => {
      plays({ [payments]: { init: [breaks(0, 0, "no")] }, [data]: { apply: [{ messages: applies(1) }] } });
      expect(
        await outcomes(["--yes", "--fail-fast", "111111111111", "222222222222", "--parallelism", "1"]),
      ).toMatchObject([
        { stack: payments, status: "failed" },
        { stack: data, status: "skipped", reason: `${payments} failed first` },
      ]);
    }));

  test("initializes one stack alone, and the others with its choice of providers", () =>
    onGround(fleet, async ({ deploy, stack }) => {
      await deploy(["--yes"]);
      const lockFile = (id: string) => readFileSync(path.join(stack(id), ".terraform.lock.hcl"), "utf8");
      expect([payments, data, hub].map(lockFile)).toEqual([
        `chosen for ${hub}`,
        `chosen for ${hub}`,
        `chosen for ${hub}`,
      ]);
    }));

  test.each([
    ["a stack", [payments], [payments]],
    ["an account", ["222222222222"], [data]],
    ["a wave", ["--wave", "2"], [data]],
    ["a wave and an account that is not in it", ["--wave", "2", "111111111111"], []],
  ])("deploys %s alone", (_, args, stacks) =>
    onGround(inWaves, async ({ outcomes }) => {
      expect((await outcomes(["--yes", ...args])).map(({ stack }) => stack)).toEqual(stacks);
    }),
  );
});

describe("keywatch deploy --affected", () => {
  const git = (folder: string, ...args: readonly string[]) =>
    execFileSync("git", ["-C", folder, "-c", "user.name=test", "-c", "user.email=test@acme.example", ...args]);

  test("deploys what differs from a revision, alone", () =>
    onGround(fleet, async ({ folder, writes, outcomes, deploy }) => {
      for (const args of [
        ["init", "--quiet"],
        ["add", "fleet.json"],
        ["commit", "--quiet", "--message", "Fleet"],
      ]) {
        git(folder, ...args);
      }
      writes(hubFleet({ "accounts[1].trail": { logGroup: "other" } }));
      expect(await outcomes(["--yes", "--affected", "HEAD"])).toEqual([{ stack: data, status: "unchanged" }]);
      expect(await deploy(["--yes", "--affected", "HEAD", payments])).toEqual({
        code: 0,
        out: "There is nothing to deploy.\n",
        err: "",
      });
      expect(await deploy(["--yes", "--affected", "nowhere"])).toEqual({
        code: 2,
        out: "",
        err: "git knows no revision nowhere.\n",
      });
    }));
});

describe("keywatch deploy that is interrupted", () => {
  test("lets what is under way end by itself, starts nothing more, and tells", () =>
    onGround(fleet, async ({ plays, deploy, journal }) => {
      plays({ [payments]: { apply: [{ untilInterrupted: true }] }, [data]: { apply: [{ untilInterrupted: true }] } });
      const controller = new AbortController();
      const looking = setInterval(() => {
        if (journal().filter((line) => /^begin \S+ apply/.test(line)).length === 2) controller.abort();
      }, 50);
      const ran = await deploy(["--yes", "111111111111", "222222222222"], () => controller.signal);
      clearInterval(looking);
      expect(ran.code).toBe(1);
      expect(ran.out).toContain(`${payments} failed in apply: Interrupted.\n  Deploy again.\n`);
      expect(ran.out).toContain("2 stacks: 2 failed");
      expect(journal().filter((line) => line.startsWith("interrupted"))).toHaveLength(2);
    }));

  test("starts nothing at all where it was before it began", () =>
    onGround(fleet, async ({ outcomes, journal }) => {
      const skipped = { status: "skipped", reason: "the rollout was interrupted" };
      expect(await outcomes(["--yes"], () => AbortSignal.abort())).toMatchObject([skipped, skipped, skipped]);
      expect(journal()).toEqual([]);
    }));
});

describe("keywatch deploy --plan, and then --apply-plans", () => {
  const script = { [payments]: { plan: [{ messages: plans(2) }], apply: [{ messages: [...applies(2).slice(-1)] }] } };

  test("writes plan files, says what they would change, and applies those alone", () =>
    onGround(fleet, async ({ plays, deploy, outcomes, journal, stack, env }) => {
      plays(script);
      const { code, out } = await deploy(["--plan"]);
      expect(code).toBe(0);
      expect(out).toContain("3 stacks: 1 would change, 2 unchanged; 2 added.");
      expect(out).toContain(
        `\nTo read a plan in full: ${env.TERRAFORM_BINARY_NAME} -chdir=${stack(payments)} show keywatch.tfplan\n`,
      );
      expect(journal()).toContain(`begin ${payments} plan -json -input=false -lock-timeout=60s -out=keywatch.tfplan`);
      expect(await outcomes(["--apply-plans"])).toEqual([
        { stack: payments, status: "applied", changes: added(2) },
        { stack: data, status: "unchanged" },
        { stack: hub, status: "unchanged" },
      ]);
      expect(journal().filter((line) => /^begin \S+ apply/.test(line))).toEqual([
        `begin ${payments} apply -json -input=false -lock-timeout=60s keywatch.tfplan`,
      ]);
      expect(existsSync(path.join(stack(payments), "keywatch.tfplan"))).toBe(false);
    }));

  test("refuses a stack that was not planned, or whose plan file is lost", () =>
    onGround(fleet, async ({ plays, deploy, outcomes, stack }) => {
      plays(script);
      await deploy(["--plan", payments, data]);
      rmSync(path.join(stack(payments), "keywatch.tfplan"));
      const refused = { status: "failed", failure: { kind: "not-planned", message: "There is no plan file." } };
      expect(await outcomes(["--apply-plans"])).toMatchObject([
        { stack: payments, ...refused },
        { stack: data, status: "unchanged" },
        { stack: hub, ...refused },
      ]);
    }));

  test("fails a stack alone whose note of its plan is damaged", () =>
    onGround(fleet, async ({ plays, deploy, outcomes, stack }) => {
      plays(script);
      await deploy(["--plan"]);
      writeFileSync(path.join(stack(payments), "keywatch.plan.json"), '{"changes":');
      expect(await outcomes(["--apply-plans"])).toMatchObject([
        { status: "failed", failure: { message: expect.stringMatching(/keywatch\.plan\.json cannot be read: /) } },
        { stack: data, status: "unchanged" },
        { stack: hub, status: "unchanged" },
      ]);
    }));

  test.each(["--plan", "--yes"])("%s fails a stack alone whose earlier plan cannot be taken away", (way) =>
    onGround(fleet, async ({ outcomes, stack }) => {
      mkdirSync(path.join(stack(payments), "keywatch.tfplan"), { recursive: true });
      expect(await outcomes([way])).toMatchObject([
        { stack: payments, status: "failed", failure: { message: expect.stringContaining("keywatch.tfplan") } },
        { stack: data, status: "unchanged" },
        { stack: hub, status: "unchanged" },
      ]);
    }),
  );

  test("forgets a plan when the next one fails", () =>
    onGround(fleet, async ({ plays, deploy, outcomes }) => {
      plays(script);
      await deploy(["--plan"]);
      plays({ [payments]: { plan: [breaks(0, 0, "no")] } });
      expect((await deploy(["--plan"])).code).toBe(1);
      expect((await outcomes(["--apply-plans"]))[0]).toMatchObject({
        stack: payments,
        failure: { kind: "not-planned" },
      });
    }));
});

describe("wrong use of keywatch deploy", () => {
  test("asks for --yes where nobody can be asked, and writes nothing", () =>
    onGround(fleet, async ({ deploy, folder }) => {
      expect(await deploy([])).toEqual({
        code: 2,
        out: "",
        err: "error: Nobody can be asked here. Say --yes to apply, or --plan to see what would change.\n",
      });
      expect(existsSync(path.join(folder, "cdktf.out"))).toBe(false);
    }));

  test("names a stack that is not there", () =>
    onGround(fleet, async ({ deploy }) => {
      const { code, err } = await deploy(["--yes", "keywatch-1"]);
      expect(code).toBe(2);
      expect(err).toMatch(/^error: keywatch-1 is no account or stack of the config\./);
    }));

  test("fails a stack that was not written, with --no-synth", () =>
    onGround(fleet, async ({ outcomes }) => {
      const [outcome] = await outcomes(["--yes", "--no-synth", payments]);
      expect(outcome).toMatchObject({ status: "failed", failure: { remedy: expect.stringContaining("Synthesize") } });
    }));
});
