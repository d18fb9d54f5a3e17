import { once } from "node:events";
import { atTerminal, CTRL_C, CURSOR, describeAtTerminal } from "../../support/at-terminal";
import { hubFleet } from "../../support/fleet";
import { type Ground, onGround, type Run } from "./rollout";

const [payments, data] = ["keywatch-111111111111-eu-west-1", "keywatch-222222222222-eu-west-1"] as const;

/** Two stacks side by side, under way until something happens. */
const underWay = (run: Run, act: (ground: Ground, pid: number) => Promise<void>) =>
  onGround(hubFleet(), async (ground) => {
    ground.plays({ [payments]: { apply: [run] }, [data]: { apply: [run] } });
    const child = ground.start(["--yes", "111111111111", "222222222222"]);
    const ended = once(child, "exit");
    await until(() => ground.journal().filter((line) => /^begin \S+ apply/.test(line)).length === 2);
    await act(ground, child.pid as number);
    return { ended: await ended, journal: ground.journal() };
  });

async function until(holds: () => boolean): Promise<void> {
  const tries = 1_000;
  for (let tried = 0; !holds(); tried += 1) {
    if (tried === tries) throw new Error("it did not come to that");
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const told = (journal: readonly string[], what: string) =>
  journal.filter((line) => line.startsWith(what) && line.endsWith("apply")).sort();

test("Ctrl-C, which reaches the whole group, reaches each Terraform once, and is waited for", async () => {
  const { ended, journal } = await underWay({ untilInterrupted: true }, async (_, pid) => {
    process.kill(-pid, "SIGINT");
  });
  expect(ended).toEqual([1, null]);
  expect(told(journal, "interrupted")).toEqual([`interrupted ${payments} apply`, `interrupted ${data} apply`]);
  expect(told(journal, "end")).toEqual([`end ${payments} apply`, `end ${data} apply`]);
});

test("SIGTERM is waited for too", async () => {
  const { ended, journal } = await underWay({ untilInterrupted: true }, async (_, pid) => {
    process.kill(pid, "SIGTERM");
  });
  expect(ended).toEqual([1, null]);
  expect(told(journal, "interrupted")).toHaveLength(2);
});

test("where keywatch is killed, Terraform runs to its end", async () => {
  const { ended, journal } = await underWay({ takes: 1_000, messages: [{ type: "log" }] }, async (ground, pid) => {
    process.kill(pid, "SIGKILL");
    await until(() => told(ground.journal(), "end").length === 2);
  });
  expect(ended).toEqual([null, "SIGKILL"]);
  expect(told(journal, "end")).toEqual([`end ${payments} apply`, `end ${data} apply`]);
});

describeAtTerminal("at a terminal", () => {
  test("Ctrl-C tells what happens, how far each stack came, and gives the cursor back", async () => {
    const { code, out } = await onGround(hubFleet(), (ground) => {
      ground.plays({
        [payments]: { apply: [{ untilInterrupted: true }] },
        [data]: { apply: [{ untilInterrupted: true }] },
      });
      return atTerminal([["apply", CTRL_C]], ground.command(["--yes", "111111111111", "222222222222"]), ground.env);
    });
    expect(code).toBe(1);
    expect(out).toContain("Interrupted. Nothing more starts;");
    expect(out).toContain("2 failed.");
    expect(out.lastIndexOf(CURSOR.shown)).toBeGreaterThan(out.lastIndexOf(CURSOR.hidden));
  });
});
