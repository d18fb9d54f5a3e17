import { EventEmitter } from "node:events";
import { interruptedSignal } from "../../modules/cli/interrupted";
import { run } from "../support/process";

test.each(["SIGINT", "SIGTERM"])("%s aborts the signal, and the next one is the process's own again", (name) => {
  const process = new EventEmitter();
  const signal = interruptedSignal(process as NodeJS.Process);
  process.emit(name);
  expect([signal.aborted, signal.reason]).toEqual([true, name]);
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
  expect(await run(["--require", "./bin/typescript.js", "--eval", `${listen} ${use}`])).toEqual({
    code: 0,
    out: "",
    err: "",
  });
});
