import { shared } from "../../../modules/cli/aws/shared";

/** Work that never answers, and what ends it. */
const endless = () => {
  const begun: AbortSignal[] = [];
  return { begun, wait: shared((ends) => new Promise<never>(() => begun.push(ends))) };
};

test("is done once for all, and its answer is kept", async () => {
  const work = jest.fn(async () => "answer");
  const wait = shared(work);
  const first = new AbortController();
  expect(await Promise.all([wait(first.signal), wait(new AbortController().signal)])).toEqual(["answer", "answer"]);
  first.abort();
  expect(await wait(new AbortController().signal)).toBe("answer");
  expect(work).toHaveBeenCalledTimes(1);
});

test("a failure is kept too", async () => {
  const work = jest.fn(() => Promise.reject(new Error("refused")));
  const wait = shared(work);
  for (let time = 0; time < 2; time += 1) {
    await expect(wait(new AbortController().signal)).rejects.toThrow("refused");
  }
  expect(work).toHaveBeenCalledTimes(1);
});

test("goes on as long as one waits, and is ended when none does", async () => {
  const { begun, wait } = endless();
  const [first, second] = [new AbortController(), new AbortController()];
  const waits = [wait(first.signal), wait(second.signal)];
  first.abort("first");
  await expect(waits[0]).rejects.toBe("first");
  expect(begun.map(({ aborted }) => aborted)).toEqual([false]);
  second.abort("second");
  await expect(waits[1]).rejects.toBe("second");
  expect(begun.map(({ aborted }) => aborted)).toEqual([true]);
});

test("is begun anew by who comes after it was ended, and not by who does not wait", async () => {
  const { begun, wait } = endless();
  const first = new AbortController();
  const waits = wait(first.signal);
  first.abort("first");
  await expect(waits).rejects.toBe("first");
  await expect(wait(first.signal)).rejects.toBe("first");
  expect(begun).toHaveLength(1);
  wait(new AbortController().signal);
  expect(begun.map(({ aborted }) => aborted)).toEqual([true, false]);
});
