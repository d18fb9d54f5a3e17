import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { within } from "../../../modules/cli/aws";

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

/** Work that goes on until it is ended. */
const endless = (ends: AbortSignal) =>
  new Promise<never>((_, reject) => {
    ends.addEventListener("abort", () => reject(ends.reason), { once: true });
  });

test("the clock ends work, though garbage is collected meanwhile", async () => {
  for (const delay of [10, 30, 50]) setTimeout(collectGarbage, delay);
  await expect(within(new AbortController().signal, 300, endless)).rejects.toMatchObject({ name: "TimeoutError" });
});

test("the signal ends work before the clock", async () => {
  const controller = new AbortController();
  const work = within(controller.signal, 60_000, endless);
  controller.abort("SIGINT");
  await expect(work).rejects.toBe("SIGINT");
});

test("what is done in time is the answer, and the clock does not keep the process waiting", async () => {
  expect(await within(new AbortController().signal, 60_000, async () => "done")).toBe("done");
});
