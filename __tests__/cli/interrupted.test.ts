import { EventEmitter } from "node:events";
import { interruptedSignal } from "../../modules/cli/interrupted";
import { atTerminal, CTRL_C, CURSOR, describeAtTerminal } from "../support/at-terminal";
import { run } from "../support/process";

const SIGINT = 128 + 2;
/** Says so past what listr2 holds back as long as it draws. */
const HEARD = `setTimeout(() => require("node:fs").writeSync(1, "Heard once."), 100);`;
const program = (source: string) => ["--require", "./bin/typescript.js", "--eval", source];

test.each(["SIGINT", "SIGTERM"])("%s aborts the signal, and the next one is the process's own again", async (name) => {
  const process = new EventEmitter();
  const signal = interruptedSignal(process as NodeJS.Process);
  process.emit(name);
  expect([signal.aborted, signal.reason]).toEqual([true, name]);
  await new Promise(setImmediate);
  expect(process.listenerCount(name)).toBe(0);
});

test.each([
  ["an interruption aborts", `listen(require("./modules/cli/interrupted.ts").interruptedSignal(process))`],
  [
    "the clock aborts",
    `require("./modules/cli/aws/within.ts").within(new AbortController().signal, 1, async (ends) => listen(ends))`,
  ],
])("many stacks and calls may listen to a signal that %s, and Node does not warn", async (_, use) => {
  const listen = `const listen = (signal) => { for (let n = 0; n < 20; n += 1) signal.addEventListener("abort", () => {}); };`;
  expect(await run(program(`${listen} ${use}`))).toEqual({
    code: 0,
    out: "",
    err: "",
  });
});

describeAtTerminal("while progress is drawn at a terminal, Ctrl-C", () => {
  /** Draws the progress of work that ends as it is told when it is interrupted. */
  const drawing = (interrupted: string) =>
    program(`
      const { interruptedSignal } = require("./modules/cli/interrupted.ts");
      const { withProgress } = require("./modules/cli/progress.ts");
      const { processTerminal } = require("./modules/cli/terminal.ts");
      const signal = interruptedSignal(process);
      const work = () => new Promise((end) => {
        const patience = setTimeout(() => process.exit(3), 30_000);
        const stop = () => { clearTimeout(patience); end(); };
        signal.addEventListener("abort", () => { ${interrupted} });
      });
      withProgress(processTerminal(process), "Working", 1, work).then(() => console.log("Ended in order."));
    `);

  test("lets the work end in order, and the cursor is back", async () => {
    const { code, out } = await atTerminal([["Working", CTRL_C]], drawing("stop();"));
    expect(code).toBe(0);
    expect(out).toContain("Ended in order.");
    expect(out.lastIndexOf(CURSOR.shown)).toBeGreaterThan(out.lastIndexOf(CURSOR.hidden));
  });

  test("pressed twice ends the process", async () => {
    const typed = [
      ["Working", CTRL_C],
      ["Heard once.", CTRL_C],
    ] as const;
    const { code, out } = await atTerminal(typed, drawing(HEARD));
    expect(code).toBe(SIGINT);
    expect(out).not.toContain("Ended in order.");
  });
});
